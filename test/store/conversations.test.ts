import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import type { Draft, Session } from '../../src/conversations/session.ts'
import type { NewTicket } from '../../src/tickets/ticket.ts'
import {
  covered,
  exampleActivity,
  exampleDelivery,
  exampleReceipt,
  exampleSession,
  exampleTicket,
  exampleTurn,
  type TurnPart,
  scrubbed,
} from './examples.ts'
import { MONDAY, openTestStores, type TestStores } from './testStores.ts'

let stores: TestStores
beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(async () => stores.close())

const write = async (before: Session, part: TurnPart = {}): Promise<Session> => {
  await stores.conversations.transact(async (tx) => tx.writeTurn(exampleTurn(before, part)))
  const stored = await stores.conversations.findSession(before.conversationId)
  if (!stored) throw new Error('not stored')
  return stored
}

describe('a turn', () => {
  it('stores every field of a session, and reads it back', async () => {
    const draft: Draft = {
      age: 'adult',
      anonymous: false,
      story: scrubbed('오래 기다렸습니다'),
      health: false,
      type: 'complaint',
      category: 'waiting',
      department: '원무과',
      urgency: 'normal',
      crisis: 'violence_abuse',
      abstained: false,
      when: { date: '2026-11-22', text: '어제', time: '14:00' },
      where: '1층',
      wish: '설명',
      phone: '010-0000-1234',
      goodTime: '오후',
      callback: { phone: '010-0000-1234', goodTime: '오전' },
      askFor: 'wish',
      trail: ['age.check', 'consent.collect'],
      wantsAnswer: true,
      filing: { key: 'k', number: 'V26-7KQ4MZ3', secret: 's' },
    }
    const session = exampleSession({
      draft,
      dialogState: { dialogStack: [{ id: 'complaint', state: { step: 2 } }] },
      prompt: { id: 'complaint.when', nonce: 'n', askedAt: 1 },
      consents: { collect: true, overseas: false },
      pagedCrises: ['self_harm'],
      lastEvent: { fingerprint: 'f', key: 'k', at: 1 },
      toldScrubbed: true,
      toldCalm: true,
      channel: 'kakao',
      address: { channel: 'kakao', botId: 'b', userKey: 'u', isFriend: true, isTest: false },
    })
    expect(await write(session)).toEqual({ ...session, version: 1 })
    expect(await stores.conversations.findSession('unknown')).toBeUndefined()
  })

  it('counts its version by the row, whatever the session says', async () => {
    const first = await write(exampleSession())
    const second = await write(first, { after: { ...first, version: 77, toldScrubbed: true } })
    expect(second).toEqual({ ...first, version: 2, toldScrubbed: true })
  })

  it.each(['first', 'later'])('is written by exactly one of ten that began from the same %s session', async (which) => {
    const before = which === 'first' ? exampleSession() : await write(exampleSession())
    const turns = await Promise.allSettled(
      Array.from({ length: 10 }, async (_, index) =>
        stores.conversations.transact(async (tx) => {
          const activities = [exampleActivity(before.nextSequence, `turn ${index}`)]
          await tx.writeTurn(exampleTurn(before, { activities, eventKey: `e${index}` }))
        }),
      ),
    )
    const refused = turns.flatMap((turn) => (turn.status === 'rejected' ? [turn.reason] : []))
    expect(refused).toHaveLength(9)
    expect(refused.every((error) => error.code === 'conversation_moved_on')).toBe(true)
    expect(await stores.conversations.listActivities(before.conversationId, 0, 10)).toHaveLength(1)
  })

  it('leaves nothing behind when it was too late', async () => {
    const before = await write(exampleSession())
    await write(before)
    const ticket = exampleTicket({ conversationId: before.conversationId })
    const late = stores.conversations.transact(async (tx) => {
      await tx.insertTicket(ticket, [])
      await tx.writeTurn(exampleTurn(before, { eventKey: 'late', receipts: [exampleReceipt()] }))
    })
    await expect(late).rejects.toMatchObject({ code: 'conversation_moved_on' })
    expect(await stores.tickets.findTicketById(ticket.id)).toBeUndefined()
    expect(await stores.conversations.findReplies(before.conversationId, 'late')).toBeUndefined()
  })

  it('answers a repeated event with what was answered then', async () => {
    const replies = [{ type: 'message', text: '접수했습니다', channelData: { prompt: 'menu' } }] as const
    const before = exampleSession()
    const stored = await write(before, { eventKey: 'event', replies })
    expect(await stores.conversations.findReplies(before.conversationId, 'event')).toEqual(replies)
    expect(await stores.conversations.findReplies(before.conversationId, 'other')).toBeUndefined()
    await expect(write(stored, { eventKey: 'event' })).rejects.toMatchObject({ code: 'conversation_moved_on' })
  })

  it('does not mistake the event of one conversation for that of another', async () => {
    const [one, two] = [exampleSession(), exampleSession()]
    await write(one, { eventKey: 'same', replies: [{ type: 'message', text: 'one' }] })
    await write(two, { eventKey: 'same', replies: [{ type: 'message', text: 'two' }] })
    expect(await stores.conversations.findReplies(one.conversationId, 'same')).toMatchObject([{ text: 'one' }])
    expect(await stores.conversations.findReplies(two.conversationId, 'same')).toMatchObject([{ text: 'two' }])
  })

  it('lists activities after a sequence, in order', async () => {
    const before = exampleSession({ nextSequence: 100 })
    const said = [exampleActivity(100, '하나'), exampleActivity(101, '둘'), exampleActivity(102, '셋')]
    await write(before, { activities: said })
    const { conversations } = stores
    expect(await conversations.listActivities(before.conversationId, 0, 10)).toEqual(said)
    expect(await conversations.listActivities(before.conversationId, 100, 1)).toEqual([said[1]])
    expect(await conversations.listActivities('unknown', 0, 10)).toBeUndefined()
  })

  it('is refused by a session that another version wrote', async () => {
    const session = exampleSession()
    const unknown = { ...session, addedLater: true }
    const written = write(session, { after: unknown })
    await expect(written).rejects.toMatchObject({ name: 'StoreError', code: 'stored_session_invalid' })
  })
})

/** A conversation with an answered ticket, whose reply stands in the outbox. */
async function answered(
  answer: string,
  state = 'pending',
): Promise<{ session: Session; ticket: NewTicket; deliveryId: string }> {
  const session = exampleSession()
  const ticket = exampleTicket({ conversationId: session.conversationId })
  const delivery = exampleDelivery({ kind: 'patient_reply', ticketId: ticket.id, destination: session.conversationId })
  await stores.conversations.transact(async (tx) => {
    await tx.writeTurn(exampleTurn(session))
    await tx.insertTicket(ticket, [])
    await tx.appendHistory(ticket.id, {
      at: MONDAY,
      actor: { kind: 'staff', slackUserId: 'U1' },
      action: 'answered',
      from: 'drafted',
      to: 'answered',
      text: answer,
    })
    await tx.enqueue(delivery)
  })
  await sql`update outbox set state = ${state} where id = ${delivery.id}`.execute(stores.database.db)
  return { session: { ...session, version: 1 }, ticket, deliveryId: delivery.id }
}

const stateOf = async (deliveryId: string): Promise<unknown> =>
  (await sql`select state, finished_at from outbox where id = ${deliveryId}`.execute(stores.database.db)).rows[0]

describe('a waiting reply', () => {
  it.each([
    ['pending', true],
    ['unclear', true],
    ['waiting', true],
    ['sent', false],
    ['delivered', false],
    ['superseded', false],
    ['parked', false],
  ])('in state %s is listed with its words: %s', async (state, isListed) => {
    const { session, ticket, deliveryId } = await answered('확인했습니다', state)
    const reply = { deliveryId, ticketId: ticket.id, ticketNumber: ticket.number, text: '확인했습니다' }
    expect(await stores.conversations.listWaitingReplies(session.conversationId)).toEqual(isListed ? [reply] : [])
  })

  it('is shown by one turn alone', async () => {
    const { session, deliveryId } = await answered('확인했습니다', 'waiting')
    const show = async () => stores.conversations.transact(async (tx) => tx.markReplyShown(deliveryId, 'sent', MONDAY))
    await show()
    expect(await stateOf(deliveryId)).toEqual({ state: 'sent', finished_at: MONDAY })
    expect(await stores.conversations.listWaitingReplies(session.conversationId)).toEqual([])
    await expect(show()).rejects.toMatchObject({ code: 'conversation_moved_on' })
  })

  it('is delivered once the client has received the activity that shows it, and not before', async () => {
    const { session, deliveryId } = await answered('확인했습니다')
    const later = new Date(MONDAY.getTime() + 1000)
    await stores.conversations.transact(async (tx) => {
      await tx.markReplyShown(deliveryId, 'sent', MONDAY)
      await tx.writeTurn(exampleTurn(session, { activities: [exampleActivity(500, '확인했습니다', deliveryId)] }))
    })
    await stores.conversations.markDelivered('another conversation', 500, later)
    await stores.conversations.markDelivered(session.conversationId, 499, later)
    expect(await stateOf(deliveryId)).toEqual({ state: 'sent', finished_at: MONDAY })
    await stores.conversations.markDelivered(session.conversationId, 500, later)
    await stores.conversations.markDelivered(session.conversationId, 500, new Date(later.getTime() + 1000))
    expect(await stateOf(deliveryId)).toEqual({ state: 'delivered', finished_at: later })
  })
})

describe('dropping what is past its time', () => {
  const dayLater = new Date(MONDAY.getTime() + 24 * 60 * 60_000 + 1)
  const draft = { story: scrubbed('쓰다 만 이야기') }
  const keysLeft = async (): Promise<unknown> =>
    (await sql<{ n: number }>`select count(*) as n from keyring.data_keys`.execute(stores.database.db)).rows[0]?.n

  const keyOf = async (conversationId: string) =>
    stores.database.db
      .selectFrom('conversations')
      .select('key_id')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()

  beforeAll(async () => {
    await stores.conversations.dropExpired(new Date(MONDAY.getTime() + 365 * 24 * 60 * 60_000))
  })

  it('drops a conversation that came to nothing, with its words and its key', async () => {
    const keysBefore = await keysLeft()
    const before = exampleSession({ draft })
    const { conversationId } = before
    await write(before, { activities: [exampleActivity(1, '안녕하세요')], eventKey: 'e', replies: [] })
    expect(await stores.conversations.dropExpired(new Date(dayLater.getTime() - 2))).toBe(0)
    expect(await stores.conversations.findSession(conversationId)).toBeDefined()
    expect(await stores.conversations.dropExpired(dayLater)).toBe(1)
    expect(await stores.conversations.findSession(conversationId)).toBeUndefined()
    expect(await stores.conversations.listActivities(conversationId, 0, 1)).toBeUndefined()
    expect(await stores.conversations.findReplies(conversationId, 'e')).toBeUndefined()
    expect(await keysLeft()).toBe(keysBefore)
  })

  it('keeps a conversation that has a ticket, and drops its draft alone, once', async () => {
    const { session } = await answered('확인했습니다')
    const prompt = { id: 'complaint.when', nonce: 'n', askedAt: 1 }
    const open = await write(session, { after: { ...session, draft, prompt, dialogState: { dialogStack: [1] } } })
    expect(await stores.conversations.dropExpired(dayLater)).toBe(1)
    const { prompt: _dropped, ...rest } = open
    const emptied = { ...rest, draft: {}, dialogState: {}, version: open.version + 1 }
    expect(await stores.conversations.findSession(session.conversationId)).toEqual(emptied)
    expect(await stores.conversations.dropExpired(dayLater)).toBe(0)
    await expect(write(open)).rejects.toMatchObject({ code: 'conversation_moved_on' })
  })

  it('takes the words of the draft out of the transcript, and leaves those of the ticket and its answer', async () => {
    const ticket = exampleTicket()
    const { conversationId = '' } = ticket
    const answer = exampleDelivery({ kind: 'patient_reply', ticketId: ticket.id, destination: conversationId })
    const later = new Date(MONDAY.getTime() + 60_000)
    const vault = [
      { token: '[이름1]', type: 'name', value: '김하늘' },
      { token: '[이름2]', type: 'name', value: '박가을' },
    ] as const
    const first = await write(exampleSession({ conversationId, vault }), {
      activities: [exampleActivity(1, '[이름1] 님을 기다렸어요')],
    })
    await stores.transact(async (tx) => {
      await tx.insertTicket(ticket, [])
      await tx.enqueue(answer)
    })
    await write(first, {
      after: covered({ ...first, draft, lastTurnAt: later.getTime() }),
      activities: [exampleActivity(2, '[이름2] 님은 또'), exampleActivity(3, '답변입니다', answer.id)].map((one) =>
        covered({ ...one, at: later }),
      ),
      eventKey: 'draft',
      replies: [{ type: 'message', text: '언제였나요' }],
    })
    const { key_id: oldKey } = await keyOf(conversationId)
    expect(await stores.conversations.dropExpired(new Date(dayLater.getTime() + 60_000))).toBe(1)

    const kept = await stores.conversations.listActivities(conversationId, 0, 10)
    expect(kept?.map(({ sequence, body }) => [sequence, body.text])).toEqual([
      [1, '[이름1] 님을 기다렸어요'],
      [3, '답변입니다'],
    ])
    expect((await stores.conversations.findSession(conversationId))?.vault).toEqual([vault[0]])
    expect(await stores.conversations.findReplies(conversationId, 'draft')).toBeUndefined()
    expect((await keyOf(conversationId)).key_id).not.toBe(oldKey)
  })

  it('leaves what was agreed to in a dropped conversation tied to nobody, and records that it went', async () => {
    const session = exampleSession()
    const receipt = exampleReceipt()
    await write(session, { receipts: [receipt] })
    await stores.conversations.dropExpired(dayLater)
    const { rows } = await sql`select conversation_id, ticket_id from receipts where id = ${receipt.id}`.execute(
      stores.database.db,
    )
    expect(rows).toEqual([{ conversation_id: null, ticket_id: null }])
    const record =
      await sql`select what, rule, subject, counts from destructions order by sequence desc limit 1`.execute(
        stores.database.db,
      )
    expect(record.rows).toEqual([
      { what: 'conversation', rule: 'draft', subject: null, counts: { conversations: 1, photos: 0 } },
    ])
  })

  it('unties what was agreed to in a conversation that was never written down, but for one a guardian is asked in', async () => {
    const hoursLater = (hours: number): Date => new Date(MONDAY.getTime() + hours * 60 * 60_000)
    const [lone, child] = [randomUUID(), randomUUID()]
    await stores.conversations.transact(async (tx) => {
      await tx.writeReceipts([exampleReceipt()], lone)
      await tx.writeReceipts([exampleReceipt()], child)
      await tx.insertGuardianRequest({
        id: randomUUID(),
        tokenHash: 'hash',
        conversationId: child,
        channel: 'web',
        language: 'ko',
        createdAt: MONDAY,
        expiresAt: hoursLater(5 * 24),
        details: { v: 1, contact: { kind: 'phone', value: '01000001234' } },
      })
    })
    await stores.conversations.dropExpired(hoursLater(25))
    expect(await stores.conversations.listReceipts(lone)).toEqual([])
    expect(await stores.conversations.listReceipts(child)).toHaveLength(1)
  })

  it('leaves a conversation alone that was spoken in since', async () => {
    const session = exampleSession({ draft, lastTurnAt: dayLater.getTime() - 1000 })
    const stored = await write(session)
    expect(await stores.conversations.dropExpired(dayLater)).toBe(0)
    expect(await stores.conversations.findSession(session.conversationId)).toEqual(stored)
  })

  it('forgets events, staff presses too, and sign-ins', async () => {
    const { deskAccess } = stores
    await stores.transact(async (tx) => tx.rememberEvent('press', MONDAY))
    await deskAccess.createLink({ tokenHash: 'l', slackUserId: 'U1', expiresAt: MONDAY })
    await stores.codes.saveCode('e', 'c', MONDAY)
    await deskAccess.openSession({ tokenHash: 's', slackUserId: 'U1' }, MONDAY)
    await stores.conversations.dropExpired(dayLater)
    for (const table of ['inbound_events', 'desk_links', 'one_time_codes', 'desk_sessions']) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
        stores.database.db,
      )
      expect([table, rows[0]?.n]).toEqual([table, 0])
    }
  })

  it('drops everything else when one session cannot be read, and then says so', async () => {
    const { session: broken } = await answered('하나')
    const { session: whole } = await answered('둘')
    for (const session of [broken, whole]) await write(session, { after: { ...session, draft } })
    await sql`update conversations set state = '\\x00' where id = ${broken.conversationId}`.execute(stores.database.db)
    await expect(stores.conversations.dropExpired(dayLater)).rejects.toMatchObject({ code: 'cannot_decrypt' })
    expect(await stores.conversations.findSession(whole.conversationId)).toMatchObject({ draft: {} })
  })
})
