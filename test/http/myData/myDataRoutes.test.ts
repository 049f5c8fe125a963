import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { personFields } from '../../../src/consent/copyForPerson.ts'
import { INVENTORY } from '../../../src/consent/inventory.ts'
import { type MyData, myDataSchema } from '../../../src/http/myData/myDataShape.ts'
import { type MyDataServer, startMyDataServer } from './myDataServer.ts'

let server: MyDataServer
beforeAll(async () => {
  server = await startMyDataServer()
})
afterAll(() => server.close())

async function download(conversationId: string): Promise<MyData> {
  const response = await server.post(await server.issue(conversationId), 'as=json')
  expect(response.headers.get('content-disposition')).toContain('attachment')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return myDataSchema.parse(await response.json())
}

describe('the copy of a person’s own data', () => {
  it('says in their own words what is held, the answer among it, and nothing staff said among themselves', async () => {
    const { conversationId, number } = await server.file()
    const response = await server.post(`${await server.issue(conversationId)}?lang=ko`)
    const html = await response.text()
    expect(response.status).toBe(200)
    for (const told of [
      number,
      '이간호 님이',
      '010-0000-1234',
      '창구를 늘리겠습니다',
      '동의하지 않음',
      '끝난 뒤|까지',
    ]) {
      expect(html).toMatch(new RegExp(told))
    }
    expect(html).toContain('010-2222-3333로 &#60;b&#62;')
    expect(html).not.toMatch(/메모|U0DOYUN00|이도윤|\[이름1\]|<b>/)
  })

  it('holds exactly the fields whose row in the inventory names the person', async () => {
    const { conversationId } = await server.file()
    const data = await download(conversationId)
    const ticket = data.tickets[0]
    const of = (records: readonly object[]) => new Set(records.flatMap((record) => Object.keys(record)))
    const parts = {
      session: of([data.conversation]),
      draft: of([data.draft]),
      receipt: of(data.consents),
      ticket: of([ticket?.ticket ?? {}]),
      content: of([ticket?.content ?? {}]),
      history: of(ticket?.history ?? []),
      delivery: of(ticket?.deliveries ?? []),
      activity: of(data.transcript.map(({ said }) => said)),
    } as const
    for (const [record, copied] of Object.entries(parts)) {
      const allowed = personFields(record as keyof typeof parts)
      for (const field of copied)
        expect(`${record}.${field} ${allowed.includes(field)}`).toBe(`${record}.${field} true`)
    }
    const session = await server.stores.conversations.findSession(conversationId)
    const filled = Object.entries(session ?? {}).flatMap(([field, held]) => (held === undefined ? [] : [field]))
    const wanted = filled.filter((field) => field !== 'draft' && personFields('session').includes(field))
    expect([...parts.session].toSorted()).toEqual(wanted.toSorted())
    for (const field of personFields('receipt')) expect(parts.receipt.has(field)).toBe(true)
    for (const field of ['assignee', 'conversationId']) expect(parts.ticket.has(field)).toBe(false)
    expect(parts.history.has('actor')).toBe(false)
  })

  it('leaves out a field whose row stops naming the person', () => {
    expect(personFields('ticket')).not.toContain('assignee')
    expect(personFields('content')).toEqual(
      Object.keys(INVENTORY.content).filter((field) =>
        Object.hasOwn(INVENTORY.content[field as keyof typeof INVENTORY.content].recipients, 'person'),
      ),
    )
    expect(personFields('audit')).toEqual([])
  })

  it('is logged before it is given out, by nobody’s name', async () => {
    const { conversationId, number } = await server.file()
    const before = (await server.audited()).length
    await download(conversationId)
    const lines = (await server.audited()).slice(before)
    expect(lines).toMatchObject([{ who: 'person', surface: 'page', ticket_number: number, reason: 'own_data' }])
  })
})

describe('a link to it', () => {
  it('opened by a scanner reads nothing, shows nothing and logs nothing', async () => {
    const { conversationId, number } = await server.file()
    const path = await server.issue(conversationId)
    const before = (await server.audited()).length
    for (const method of ['GET', 'HEAD']) {
      const response = await fetch(server.url + path, { method })
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
      expect(response.headers.get('x-robots-tag')).toMatch(/noindex/)
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(await response.text()).not.toContain(number)
    }
    expect(await server.audited()).toHaveLength(before)
  })

  it('closes after half an hour', async () => {
    const { conversationId } = await server.file()
    const path = await server.issue(conversationId)
    server.later(29)
    expect((await server.post(path)).status).toBe(200)
    server.later(2)
    for (const method of ['GET', 'POST']) {
      const response = await fetch(server.url + path, { method })
      expect(response.status).toBe(410)
      expect(await response.text()).toContain('30분이 지나')
    }
  })

  it.each([
    ['forged', async () => '/my-data/abc.def.ghi', 403],
    ['altered', async () => `${(await server.issue('web-1')).slice(0, -3)}aaa`, 403],
    ['of a conversation nobody has', async () => server.issue(randomUUID()), 404],
    ['empty', async () => '/my-data/', 404],
  ])('%s shows nothing', async (_name, make, status) => {
    const response = await server.post(await make())
    expect(response.status).toBe(status)
    expect(await response.text()).not.toMatch(/V26-/)
  })

  it('takes no body that is too large', async () => {
    const { conversationId } = await server.file()
    expect((await server.post(await server.issue(conversationId), 'x'.repeat(5_000))).status).toBe(413)
  })

  it('shows nothing once everything was deleted', async () => {
    const { conversationId } = await server.file()
    const path = await server.issue(conversationId)
    const order = { rule: 'deletion_request', at: server.stores.now(), by: 'person' } as const
    await server.stores.conversations.transact((tx) => tx.destroyConversation(conversationId, order))
    expect((await server.post(path)).status).toBe(404)
  })

  it('is not written into the log', () => {
    expect(JSON.stringify(server.logged)).not.toContain('eyJ')
  })
})
