import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

import { afterEach, describe, expect, it } from '@jest/globals'

import { createSmsSender, type SmsSettings } from '../../src/http/sms.ts'
import { createSmsStandIn, type SmsStandIn } from '../../src/rehearsal/sms/createSmsStandIn.ts'
import { freePort } from '../support/freePort.ts'

const ACCOUNT = { apiKey: 'key-1', apiSecret: 'secret-1', sender: '0200001000' }
const SMS = { to: '01000001234', text: '인증번호는 123456입니다.' }

const standIns: SmsStandIn[] = []
const servers: Server[] = []

afterEach(async () => {
  for (const standIn of standIns.splice(0)) await standIn.stop()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

function senderTo(apiUrl: string, settings: Partial<SmsSettings> = {}) {
  return createSmsSender({ apiUrl, ...ACCOUNT, now: () => new Date(), ...settings })
}

async function dealer() {
  const standIn = createSmsStandIn(ACCOUNT)
  standIns.push(standIn)
  return { standIn, url: (await standIn.start({ host: '127.0.0.1', port: 0 })).url }
}

async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`
}

const withStatus = (status: number, body = '{}') =>
  answering((_request, response) => {
    response.statusCode = status
    response.end(body)
  })

describe('text messages', () => {
  it('are absent where no account is set up', () => {
    expect(senderTo('http://127.0.0.1:1', { apiKey: undefined })).toBeUndefined()
  })

  it('are handed to the dealer, signed', async () => {
    const { standIn, url } = await dealer()
    await senderTo(url)?.(SMS)
    expect(standIn.messages()).toMatchObject([SMS])
  })

  it.each([
    ['a wrong secret', { apiSecret: 'other' }],
    ['a sender number that is not registered', { sender: '0212345678' }],
    ['a clock that is wrong', { now: () => new Date('2020-01-01T00:00:00Z') }],
  ])('are refused with %s', async (_name, settings) => {
    const { standIn, url } = await dealer()
    await expect(senderTo(url, settings)?.(SMS)).rejects.toMatchObject({ code: 'sms_refused' })
    expect(standIn.messages()).toEqual([])
  })

  it('are not taken where nobody listens, or the dealer asks for fewer', async () => {
    await expect(senderTo(`http://127.0.0.1:${String(await freePort())}`)?.(SMS)).rejects.toMatchObject({
      code: 'sms_not_taken',
    })
    await expect(senderTo(await withStatus(429))?.(SMS)).rejects.toMatchObject({ code: 'sms_not_taken' })
  })

  it('are unclear after a fault, a strange answer or a broken connection, and sent once only', async () => {
    let calls = 0
    const breaking = await answering((_request, response) => {
      calls += 1
      response.destroy()
    })
    for (const url of [await withStatus(500), await withStatus(200, 'nonsense'), breaking]) {
      await expect(senderTo(url)?.(SMS)).rejects.toMatchObject({ code: 'sms_unclear' })
    }
    expect(calls).toBe(1)
  })

  it('leave neither number nor text in an error', async () => {
    const error: unknown = await senderTo(await withStatus(400))?.(SMS).catch((error: unknown) => error)
    expect(String(error)).not.toMatch(/0000|123456/)
  })
})
