import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { KakaoUser } from 'kakao-chatbot-skill-sdk/simulator'
import { once } from 'node:events'
import { readdir, readlink } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { json } from 'node:stream/consumers'

import { cardsOf, type LoopProcess, prepareLoopProcess, until } from '../support/loop.ts'
import { AGREES } from '../support/patient.ts'
import { comeToSite, type WebPatient } from '../support/webPatient.ts'

const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
/** What is answered before the restart, and what is asked after it. */
const BEFORE = ['age.check', 'consent.collect', 'consent.health'] as const
const AFTER = ['consent.overseas', 'consent.contact', 'confirm.summary']
/** The embedded database stops with the product; the work in flight is given its time. */
const FEW_SECONDS_MS = 5_000

let loop: LoopProcess

beforeAll(async () => {
  // An empty DATABASE_URL counts as none: the embedded database, which has to survive the restarts, too.
  loop = await prepareLoopProcess({ DATABASE_URL: '' })
  await loop.start()
}, 60_000)
afterAll(() => loop.stop())

describe.each([
  ['SIGTERM', async () => expect(await loop.terminate()).toBe(0)],
  ['kill -9', async () => loop.kill()],
] as const)('after %s', (name, end) => {
  let phone: KakaoUser
  let patient: WebPatient
  let forgottenPhone: KakaoUser
  let forgottenPatient: WebPatient

  beforeAll(async () => {
    phone = loop.kakao.user(`kept-${name}`)
    patient = await comeToSite(() => loop.productUrl)
    forgottenPhone = loop.kakao.user(`forgotten-${name}`)
    forgottenPatient = await comeToSite(() => loop.productUrl)
    for (const person of [phone, patient, forgottenPhone, forgottenPatient]) await person.say(STORY)
    for (const prompt of BEFORE) {
      await phone.tapQuickReply(AGREES[prompt] ?? '')
      await patient.tap(AGREES[prompt] ?? '')
    }
    await end()
    await loop.start()
  }, 60_000)

  it('an unfinished draft goes on exactly where it was, on KakaoTalk', async () => {
    const asked: (string | undefined)[] = []
    while (phone.lastPrompt !== undefined) {
      asked.push(phone.lastPrompt)
      await phone.tapQuickReply(AGREES[phone.lastPrompt] ?? '')
    }
    expect(asked).toEqual(AFTER)
    const card = await until(() => cardsOf(loop, numberIn(phone.messages.at(-1)))[0], 'The card')
    expect(JSON.stringify(card.blocks)).toContain(STORY)
  })

  it('an unfinished draft goes on exactly where it was, on the website: token, watermark and all', async () => {
    const before = [...patient.seen]
    await patient.read()
    expect(patient.seen).toEqual(before)
    const asked: (string | undefined)[] = []
    for (let prompt = promptOf(patient); prompt !== undefined; prompt = promptOf(patient)) {
      asked.push(prompt)
      await patient.tap(AGREES[prompt] ?? '')
    }
    expect(asked).toEqual(AFTER)
    const card = await until(() => cardsOf(loop, numberIn(patient.seen.at(-1)))[0], 'The card')
    expect(JSON.stringify(card.blocks)).toContain(STORY)
    // Every activity once, in order.
    const ids = patient.seen.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted())
  })

  it('words from before consent are gone, and the bot asks again', async () => {
    const onPhone = JSON.stringify(await forgottenPhone.tapQuickReply('네, 14세 이상'))
    expect(onPhone).toContain('지금은 쓸 수 없습니다')
    expect(forgottenPhone.lastPrompt).toBe('menu')
    expect((await forgottenPhone.say(STORY))?.data['prompt']).toBe('age.check')
    expect((await forgottenPatient.tap('네, 14세 이상'))?.channelData?.prompt).toBe('menu')
    expect((await forgottenPatient.say(STORY))?.channelData?.prompt).toBe('age.check')
    expect((await forgottenPatient.tap('네, 14세 이상'))?.channelData?.prompt).toBe('consent.collect')
  })
})

describe('SIGTERM', () => {
  it('lets the turn in flight finish, waits for nobody who only listens, and leaves no PostgreSQL behind', async () => {
    const patient = await comeToSite(() => loop.productUrl)
    const deaf = await listenWithoutAnswering(await patient.openStream())
    const call = await beginSkillCall()
    expect(await postgresIn(loop.environment['DATA_DIR'] ?? '')).not.toEqual([])
    const since = Date.now()
    const ended = loop.terminate()
    await until(async () => ((await isListening()) ? undefined : true), 'A closed door')
    expect(await call.finish()).toMatchObject({ version: '2.0', data: { prompt: 'age.check' } })
    expect(await ended).toBe(0)
    expect(Date.now() - since).toBeLessThan(FEW_SECONDS_MS)
    expect(await postgresIn(loop.environment['DATA_DIR'] ?? '')).toEqual([])
    deaf.destroy()
  })
})

function promptOf({ seen }: WebPatient): string | undefined {
  return seen.findLast(({ from }) => from.id === 'sori')?.channelData?.prompt
}

function numberIn(shown: unknown): string {
  return /V\d\d-[0-9A-Z]{7}/.exec(JSON.stringify(shown))?.[0] ?? 'none'
}

/** A stream whose client says nothing any more, as a laptop that was closed. */
async function listenWithoutAnswering(streamUrl: string): Promise<Socket> {
  const { port, hostname, pathname, search } = new URL(streamUrl)
  const socket = connect(Number(port), hostname)
  const head = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', `Host: ${hostname}:${port}`]
  const key = `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`
  socket.on('error', () => undefined)
  socket.write([`GET ${pathname}${search} HTTP/1.1`, ...head, key, '', ''].join('\r\n'))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 101/)
  return socket
}

/** A KakaoTalk call of which the product has the head and half of the body. */
async function beginSkillCall() {
  const user = { id: 'in-flight', type: 'botUserKey', properties: { isFriend: true } }
  const bot = { id: loop.environment['KAKAO_BOT_ID'] }
  const body = JSON.stringify({ userRequest: { user, utterance: STORY, lang: 'ko' }, bot })
  const headers = { 'content-type': 'application/json', 'x-skill-secret': loop.environment['KAKAO_SKILL_SECRET'] }
  const call = request(`${loop.productUrl}/kakao/skill`, { method: 'POST', headers, agent: false })
  call.write(body.slice(0, 40))
  const answered = once(call, 'response')
  // The head is in once a connection that came later has been answered.
  expect((await fetch(`${loop.productUrl}/healthz`)).status).toBe(200)
  return {
    async finish(): Promise<unknown> {
      call.end(body.slice(40))
      const [answer] = (await answered) as [IncomingMessage]
      return json(answer)
    },
  }
}

async function isListening(): Promise<boolean> {
  const { port, hostname } = new URL(loop.productUrl)
  const socket = connect(Number(port), hostname)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** Processes that work in the folder's database. */
async function postgresIn(dataDir: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const folders = await Promise.all(pids.map(async (pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, index) => folders[index] === `${dataDir}/postgres`)
}
