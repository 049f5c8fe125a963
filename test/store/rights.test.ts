import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { applyRights } from '../../bots/intake/applyRights.ts'
import type { Effect } from '../../dialogs/turn.ts'
import type { RightsPlan } from '../../src/consent/rights.ts'
import type { Session } from '../../src/conversations/session.ts'
import { cardDelivery } from '../../src/tickets/deliveries.ts'
import { createDesk } from '../../src/tickets/desk.ts'
import type { NewTicket, Ticket } from '../../src/tickets/ticket.ts'
import { hospital } from '../support/talk.ts'
import { exampleActivity, exampleReceipt, exampleSession, exampleTicket, exampleTurn, scrubbed } from './examples.ts'
import { MONDAY, openTestStores, type TestStores } from './testStores.ts'

const PLAN: RightsPlan = { destroy: [], bare: [], forgetContact: [], conversation: 'stays', keep: [] }
const DOYUN = hospital.staff.find(({ slackUserId }) => slackUserId === 'U0DOYUN00')!

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())

type Filed = { readonly ticket: Ticket; readonly session: Session }

/** A conversation with a transcript, a consent and a ticket whose card is queued. */
async function file(overrides: Partial<NewTicket> = {}): Promise<Filed> {
  const session = exampleSession()
  const { conversationId } = session
  const ticket = await stores.conversations.transact(async (tx) => {
    const activities = [exampleActivity(session.nextSequence, '접수창구에서 두 시간을 기다렸습니다')]
    await tx.writeTurn(exampleTurn(session, { activities, receipts: [exampleReceipt()] }))
    const filed = await tx.insertTicket(exampleTicket({ conversationId, ...overrides }), [])
    await tx.enqueue(cardDelivery(hospital, filed.ticket, randomUUID))
    return filed.ticket
  })
  return { ticket, session: { ...session, version: 1 } }
}

/** A turn that does so, as `writeOutcome` writes it. */
async function doIt({ session }: Pick<Filed, 'session'>, effects: readonly Effect[]): Promise<void> {
  const goes = effects.some((effect) => 'plan' in effect && effect.plan.conversation === 'goes')
  await stores.conversations.transact(async (tx) => {
    await applyRights({ tx, ports: { hospital, now: stores.now, newId: randomUUID }, ...session }, effects)
    if (!goes) await tx.writeTurn(exampleTurn(session, { after: { ...session, version: session.version + 1 } }))
  })
}

const withdraw = (purpose: 'overseas' | 'contact' | 'health' | 'collect', plan: Partial<RightsPlan>): Effect => ({
  kind: 'withdraw',
  purpose,
  plan: { ...PLAN, ...plan },
})
const erase = (plan: Partial<RightsPlan>): Effect => ({ kind: 'erase', plan: { ...PLAN, ...plan } })

const outboxOf = (ticketId: string) =>
  stores.database.db
    .selectFrom('outbox')
    .select(['kind', 'state', 'payload'])
    .where('ticket_id', '=', ticketId)
    .orderBy('sequence')
    .execute()

const auditOf = (ticketId: string) =>
  stores.database.db
    .selectFrom('audit')
    .select(['who', 'action', 'field', 'reason'])
    .where('ticket_id', '=', ticketId)
    .orderBy('sequence')
    .execute()

async function claim(
  number: string,
): Promise<{ readonly desk: ReturnType<typeof createDesk>; readonly revision: number }> {
  const desk = createDesk({ hospital, transact: stores.transact, now: stores.now, newId: randomUUID })
  const claimed = await desk.claim({ number, by: DOYUN })
  if (!claimed.ok) throw new Error(claimed.problem)
  return { desk, revision: claimed.ticket.revision }
}

describe('processing abroad taken back', () => {
  it('supersedes the card that was queued and queues one without words', async () => {
    const filed = await file()
    await doIt(filed, [withdraw('overseas', { bare: [filed.ticket] })])
    const bared = await stores.tickets.findTicketById(filed.ticket.id)
    expect(bared).toMatchObject({ slackCovered: false, state: 'received', revision: 2 })
    expect(await outboxOf(filed.ticket.id)).toMatchObject([
      { kind: 'slack_card', state: 'superseded' },
      { kind: 'slack_card', state: 'pending', payload: { revision: 2 } },
    ])
    expect(await auditOf(filed.ticket.id)).toEqual([
      { who: 'person', action: 'withdrawn', field: 'overseas', reason: null },
    ])
    expect((await stores.tickets.readContent(filed.ticket.id)).story).toContain('두 시간')
  })

  it('leaves a card that is under way, and draws it again behind it', async () => {
    const filed = await file({ deskDepartment: '시설관리' })
    const now = stores.now()
    const leased = await stores.outbox.lease({ now, leaseMs: 60_000, limit: 50, owner: 'w', busyDestinations: [] })
    expect(leased.map(({ ticketId }) => ticketId)).toContain(filed.ticket.id)
    await doIt(filed, [withdraw('overseas', { bare: [filed.ticket] })])
    expect(await outboxOf(filed.ticket.id)).toMatchObject([{ state: 'pending' }, { state: 'pending' }])
    for (const { id } of leased) await stores.outbox.finish(id, 'w', { state: 'sent', at: now })
  })

  it('before an answer was pressed: what was previewed from Slack is refused', async () => {
    const filed = await file()
    const { desk, revision } = await claim(filed.ticket.number)
    await doIt(filed, [withdraw('overseas', { bare: [filed.ticket] })])
    const answered = await desk.answer({ number: filed.ticket.number, by: DOYUN, revision }, scrubbed('확인했습니다'))
    expect(answered).toMatchObject({ ok: false, problem: 'stale' })
    expect(await stores.conversations.listWaitingReplies(filed.session.conversationId)).toEqual([])
  })

  it('after an answer was pressed: the answer still reaches the person, and no card carries words', async () => {
    const filed = await file()
    const { desk, revision } = await claim(filed.ticket.number)
    const request = { number: filed.ticket.number, by: DOYUN, revision }
    expect(await desk.answer(request, scrubbed('확인했습니다'))).toMatchObject({ ok: true })
    await doIt(filed, [withdraw('overseas', { bare: [filed.ticket] })])
    expect(await stores.tickets.findTicketById(filed.ticket.id)).toMatchObject({
      state: 'answered',
      slackCovered: false,
    })
    expect(await stores.conversations.listWaitingReplies(filed.session.conversationId)).toHaveLength(1)
    const pending = (await outboxOf(filed.ticket.id)).filter(
      (one) => one.kind === 'slack_card' && one.state === 'pending',
    )
    expect(pending).toMatchObject([{ payload: { revision: 4 } }])
  })

  it.each([1, 2, 3, 4, 5])('at the same moment as an answer (%i): either order, nothing uncovered', async () => {
    const filed = await file()
    const { desk, revision } = await claim(filed.ticket.number)
    const request = { number: filed.ticket.number, by: DOYUN, revision }
    const [answered] = await Promise.all([
      desk.answer(request, scrubbed('확인했습니다')),
      doIt(filed, [withdraw('overseas', { bare: [filed.ticket] })]),
    ])
    const after = await stores.tickets.findTicketById(filed.ticket.id)
    expect(after).toMatchObject({ slackCovered: false, state: answered.ok ? 'answered' : 'claimed' })
    const cards = (await outboxOf(filed.ticket.id)).filter(({ kind }) => kind === 'slack_card')
    expect(cards.at(-1)).toMatchObject({ state: 'pending', payload: { revision: after?.revision } })
    expect(await stores.conversations.listWaitingReplies(filed.session.conversationId)).toHaveLength(
      answered.ok ? 1 : 0,
    )
  })
})

describe('being contacted taken back', () => {
  it('destroys the number and leaves the words', async () => {
    const filed = await file()
    await doIt(filed, [withdraw('contact', { forgetContact: [filed.ticket] })])
    const content = await stores.tickets.readContent(filed.ticket.id)
    expect(content).toMatchObject({ name: '김하늘' })
    expect(content.phone).toBeUndefined()
    expect((await auditOf(filed.ticket.id)).map(({ action }) => action)).toEqual(['withdrawn', 'destroyed'])
  })
})

describe('a ticket deleted', () => {
  it('is withdrawn, cannot be read again, and the turn that says so is written', async () => {
    const filed = await file()
    await doIt(filed, [erase({ destroy: [filed.ticket] })])
    const gone = await stores.tickets.findTicketById(filed.ticket.id)
    expect(gone).toMatchObject({ state: 'withdrawn', conversationId: undefined, destroyedAt: MONDAY })
    await expect(stores.tickets.readContent(filed.ticket.id)).rejects.toMatchObject({ code: 'data_key_missing' })
    expect(await stores.conversations.findSession(filed.session.conversationId)).toMatchObject({ version: 2 })
    expect(await stores.conversations.listActivities(filed.session.conversationId, 0, 10)).toEqual([])
    expect(await auditOf(filed.ticket.id)).toMatchObject([
      { who: 'person', action: 'destroyed', reason: 'deletion_request' },
    ])
  })

  it('takes back an answer that was still on its way', async () => {
    const filed = await file()
    const { desk, revision } = await claim(filed.ticket.number)
    await desk.answer({ number: filed.ticket.number, by: DOYUN, revision }, scrubbed('확인했습니다'))
    await doIt(filed, [erase({ destroy: [filed.ticket] })])
    expect(await stores.tickets.findTicketById(filed.ticket.id)).toMatchObject({ state: 'answered' })
    expect(await stores.conversations.listWaitingReplies(filed.session.conversationId)).toEqual([])
  })

  it('cannot be answered any more', async () => {
    const filed = await file()
    const { desk } = await claim(filed.ticket.number)
    await doIt(filed, [erase({ destroy: [filed.ticket] })])
    const answered = await desk.answer({ number: filed.ticket.number, by: DOYUN }, scrubbed('확인했습니다'))
    expect(answered.ok).toBe(false)
  })
})

describe('everything deleted', () => {
  it('leaves no conversation, transcript or tie', async () => {
    const filed = await file()
    const other = await file()
    const { conversationId } = filed.session
    await doIt(filed, [withdraw('collect', { destroy: [filed.ticket], conversation: 'goes' })])
    expect(await stores.conversations.findSession(conversationId)).toBeUndefined()
    expect(await stores.conversations.listActivities(conversationId, 0, 10)).toBeUndefined()
    expect(await stores.conversations.listReceipts(conversationId)).toEqual([])
    expect(await stores.tickets.listByConversation(conversationId)).toEqual([])
    expect((await stores.tickets.readContent(other.ticket.id)).phone).toBe('010-0000-1234')
  })
})

describe('what is corrected', () => {
  it('replaces the number and says that it was done, with nothing else changed', async () => {
    const filed = await file()
    const before = await stores.tickets.readContent(filed.ticket.id)
    await doIt(filed, [{ kind: 'correct', tickets: [filed.ticket], contact: { phone: '01098765432' } }])
    expect(await stores.tickets.readContent(filed.ticket.id)).toEqual({ ...before, phone: '01098765432' })
    expect((await stores.tickets.readHistory(filed.ticket.id)).map(({ action }) => action)).toEqual(['corrected'])
    expect(await auditOf(filed.ticket.id)).toEqual([{ who: 'person', action: 'changed', field: 'phone', reason: null }])
  })
})

describe('a transcript destroyed', () => {
  it('leaves the conversation going on, under a new key', async () => {
    const filed = await file()
    await doIt(filed, [withdraw('health', { conversation: 'loses_words' })])
    expect(await stores.conversations.listActivities(filed.session.conversationId, 0, 10)).toEqual([])
    expect(await stores.conversations.findSession(filed.session.conversationId)).toMatchObject({ version: 2 })
    expect(await stores.tickets.listByConversation(filed.session.conversationId)).toHaveLength(1)
  })
})

describe('a consent taken back', () => {
  it('is told of on the ticket it was taken back for, and its receipt stays with the conversation', async () => {
    const filed = await file()
    const refused = exampleReceipt({ purpose: 'overseas', granted: false, answeredAt: new Date(MONDAY.getTime() + 1) })
    await doIt(filed, [withdraw('overseas', { bare: [filed.ticket] })])
    await stores.conversations.transact((tx) => tx.writeReceipts([refused], filed.session.conversationId))
    expect(await stores.tickets.listWithdrawnConsents(filed.ticket.id)).toEqual([{ purpose: 'overseas', at: MONDAY }])
    const held = await stores.conversations.listReceipts(filed.session.conversationId)
    expect(held.map(({ purpose, granted }) => [purpose, granted])).toEqual([
      ['collect', true],
      ['overseas', false],
    ])
  })
})
