import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { findStaffBySlackUser, type StaffMember } from '../../src/hospital/hospital.ts'
import { readHospitalFile } from '../../src/hospital/readHospitalFile.ts'
import { createDesk, type Desk } from '../../src/tickets/desk.ts'
import type { DeskRequest, DeskResult } from '../../src/tickets/deskStep.ts'
import type { NewTicket, TicketState } from '../../src/tickets/ticket.ts'
import { exampleTicket, scrubbed } from '../store/examples.ts'
import { openTestStores, type TestStores } from '../store/testStores.ts'

const hospital = readHospitalFile(new URL('../../src/hospital/sample.yaml', import.meta.url).pathname)

let stores: TestStores
let desk: Desk
beforeAll(async () => {
  stores = await openTestStores()
  desk = createDesk({ hospital, ...stores, newId: randomUUID })
})
afterAll(async () => stores.close())

const staff = (slackUserId: string): StaffMember => {
  const found = findStaffBySlackUser(hospital, slackUserId)
  if (!found) throw new Error(`${slackUserId} is not in the sample`)
  return found
}
const [ME, OTHER, STRANGER] = ['U0DOYUN00', 'U0SEOYEON', 'U0MINSEO0']

const STEPS = {
  claim: async (request: DeskRequest) => desk.claim(request),
  release: async (request: DeskRequest) => desk.release(request),
  note: async (request: DeskRequest) => desk.note(request, scrubbed('통화함')),
  draft: async (request: DeskRequest) => desk.saveDraft(request, scrubbed('쓰는 중')),
  answer: async (request: DeskRequest) => desk.answer(request, scrubbed('확인하여 알려 드립니다')),
  resolve: async (request: DeskRequest) => desk.resolve(request),
}
type Step = keyof typeof STEPS

async function file(state: TicketState, assignee?: string, part: Partial<NewTicket> = {}): Promise<NewTicket> {
  const ticket = exampleTicket(part)
  await stores.transact(async (tx) => tx.insertTicket(ticket, []))
  const held = { state, assignee: assignee ?? null }
  await stores.database.db.updateTable('tickets').set(held).where('id', '=', ticket.id).execute()
  return ticket
}

const sight = async (ticketId: string) => ({
  ticket: await stores.tickets.findTicketById(ticketId),
  history: await stores.tickets.readHistory(ticketId),
  draft: await stores.tickets.findDraft(ticketId),
  deliveries: (await stores.tickets.listDeliveries(ticketId)).map(({ kind }) => kind),
})

const outcome = (result: DeskResult): string => (result.ok ? `→ ${result.ticket.state}` : result.problem)

describe('a step at the desk', () => {
  it.each<[TicketState, string | undefined, Readonly<Record<Step, string>>]>([
    [
      'received',
      undefined,
      {
        claim: '→ claimed',
        release: 'not_yours',
        note: '→ received',
        draft: 'not_yours',
        answer: 'not_yours',
        resolve: 'not_yours',
      },
    ],
    [
      'claimed',
      ME,
      {
        claim: '→ claimed',
        release: '→ received',
        note: '→ claimed',
        draft: '→ drafted',
        answer: '→ answered',
        resolve: 'not_answered',
      },
    ],
    [
      'claimed',
      OTHER,
      {
        claim: 'taken',
        release: 'not_yours',
        note: '→ claimed',
        draft: 'not_yours',
        answer: 'not_yours',
        resolve: 'not_yours',
      },
    ],
    [
      'drafted',
      ME,
      {
        claim: '→ drafted',
        release: '→ received',
        note: '→ drafted',
        draft: '→ drafted',
        answer: '→ answered',
        resolve: 'not_answered',
      },
    ],
    [
      'drafted',
      OTHER,
      {
        claim: 'taken',
        release: 'not_yours',
        note: '→ drafted',
        draft: 'not_yours',
        answer: 'not_yours',
        resolve: 'not_yours',
      },
    ],
    [
      'answered',
      ME,
      {
        claim: '→ answered',
        release: 'wrong_state',
        note: '→ answered',
        draft: 'wrong_state',
        answer: 'wrong_state',
        resolve: '→ closed',
      },
    ],
    [
      'answered',
      OTHER,
      {
        claim: 'taken',
        release: 'not_yours',
        note: '→ answered',
        draft: 'not_yours',
        answer: 'not_yours',
        resolve: 'not_yours',
      },
    ],
    [
      'closed',
      ME,
      {
        claim: '→ closed',
        release: 'wrong_state',
        note: 'wrong_state',
        draft: 'wrong_state',
        answer: 'wrong_state',
        resolve: 'wrong_state',
      },
    ],
    [
      'reopened',
      undefined,
      {
        claim: '→ claimed',
        release: 'not_yours',
        note: '→ reopened',
        draft: 'not_yours',
        answer: 'not_yours',
        resolve: 'not_yours',
      },
    ],
    [
      'withdrawn',
      undefined,
      {
        claim: 'wrong_state',
        release: 'not_yours',
        note: 'wrong_state',
        draft: 'not_yours',
        answer: 'not_yours',
        resolve: 'not_yours',
      },
    ],
  ])(
    'from %s, held by %s, leads where it should, and changes nothing where it is refused',
    async (state, assignee, expected) => {
      const outcomes: Partial<Record<Step, string>> = {}
      for (const step of Object.keys(STEPS) as Step[]) {
        const { id, number } = await file(state, assignee)
        const before = await sight(id)
        const result = await STEPS[step]({ number, by: staff(ME) })
        outcomes[step] = outcome(result)
        if (!result.ok) expect(await sight(id)).toEqual(before)
      }
      expect(outcomes).toEqual(expected)
    },
  )

  it.each<[string, Partial<NewTicket>]>([
    ['an anonymous ticket', { conversationId: undefined }],
    ['a compliment', { type: 'compliment' }],
    [
      'a call that was asked for',
      {
        content: { v: 1, kind: 'callback', story: scrubbed('전화 부탁'), gist: '전화 요청', health: false, vault: [] },
      },
    ],
  ])('closes %s without an answer', async (_, part) => {
    const { number } = await file('claimed', ME, part)
    expect(outcome(await desk.resolve({ number, by: staff(ME) }))).toBe('→ closed')
  })

  it.each<[string, Omit<DeskRequest, 'number'>, string]>([
    ['a stranger to the department', { by: staff(STRANGER) }, 'not_allowed'],
    [
      'a stranger who presses in the department’s own channel',
      { by: staff(STRANGER), fromChannel: 'C0ADMIN00' },
      '→ claimed',
    ],
    ['a stranger who presses in another channel', { by: staff(STRANGER), fromChannel: 'C0NURSING' }, 'not_allowed'],
    ['a coordinator', { by: staff('U0HANEUL0') }, '→ claimed'],
    ['a director', { by: staff('U0SUA0000') }, '→ claimed'],
  ])('by %s is allowed as the roles say', async (_, request, expected) => {
    const { number } = await file('received')
    expect(outcome(await desk.claim({ number, ...request }))).toBe(expected)
  })

  it('on a ticket nobody filed finds nothing', async () => {
    expect(await desk.claim({ number: 'V26-0000000', by: staff(ME) })).toEqual({ ok: false, problem: 'not_found' })
  })

  it('on a destroyed ticket changes nothing, and says that it was destroyed', async () => {
    const { id, number } = await file('claimed', ME)
    await stores.transact(async (tx) =>
      tx.destroyTicket(id, { rule: 'deletion_request', at: stores.now(), by: 'person' }),
    )
    const before = await sight(id)
    for (const take of Object.values(STEPS))
      expect(await take({ number, by: staff(ME) })).toMatchObject({ ok: false, problem: 'destroyed' })
    expect(await sight(id)).toEqual(before)
  })

  it('acts once per press, however often the press arrives at the same moment', async () => {
    const { id, number } = await file('claimed', ME)
    const eventKey = randomUUID()
    const presses = Array.from({ length: 8 }, async () => STEPS.note({ number, by: staff(ME), eventKey }))
    const outcomes = (await Promise.all(presses)).map(outcome)
    expect(outcomes.filter((each) => each === '→ claimed')).toHaveLength(1)
    expect(outcomes.filter((each) => each === 'repeated')).toHaveLength(7)
    expect((await sight(id)).history).toHaveLength(1)
  })
})

describe('fifty who press claim at once', () => {
  it('have one winner; the others learn who has it; one card goes out', async () => {
    const { id, number } = await file('received')
    const people = [ME, OTHER, 'U0HANEUL0', 'U0SUA0000']
    const presses = Array.from({ length: 50 }, async (_, index) =>
      desk.claim({ number, by: staff(people[index % people.length] ?? ME), eventKey: randomUUID() }),
    )
    const results = await Promise.all(presses)
    const holder = (await stores.tickets.findTicketById(id))?.assignee
    expect(people).toContain(holder)
    for (const result of results) {
      expect(result.ticket?.assignee).toBe(holder)
      expect(result.ok || result.problem === 'taken').toBe(true)
    }
    const { history, deliveries } = await sight(id)
    expect(history.map(({ action }) => action)).toEqual(['claimed'])
    expect(deliveries).toEqual(['slack_card'])
  })
})

describe('many different steps at once', () => {
  it('leave a history in which each begins where the one before it ended', async () => {
    const { id, number } = await file('received')
    const steps: readonly Step[] = ['note', 'claim', 'release', 'draft', 'answer']
    const presses = Array.from({ length: 40 }, async (_, index) =>
      STEPS[steps[index % steps.length] ?? 'note']({ number, by: staff(ME) }),
    )
    await Promise.all(presses)
    const { ticket, history, draft } = await sight(id)
    const states = history.map(({ to }) => to)
    expect(history.map(({ from }) => from)).toEqual(['received', ...states.slice(0, -1)])
    expect(ticket?.state).toBe(states.at(-1))
    if (ticket?.state === 'answered') expect(draft).toBeUndefined()
  })
})

describe('an answer', () => {
  it('is kept word for word, clears the draft, and goes to the person, the thread and the card', async () => {
    const { id, number, conversationId } = await file('claimed', ME)
    await desk.saveDraft({ number, by: staff(ME) }, scrubbed('쓰는 중'))
    expect(await stores.tickets.findDraft(id)).toMatchObject({ text: '쓰는 중', by: ME })
    await desk.answer({ number, by: staff(ME) }, scrubbed('확인하여 알려 드립니다'))
    const { history, draft, deliveries } = await sight(id)
    expect(draft).toBeUndefined()
    expect(history.map(({ action, from, to }) => [action, from, to])).toEqual([
      ['drafted', 'claimed', 'drafted'],
      ['answered', 'drafted', 'answered'],
    ])
    expect(deliveries).toEqual(['slack_card', 'slack_card', 'slack_note', 'patient_reply'])
    expect(await stores.tickets.findAnswer(id)).toBe('확인하여 알려 드립니다')
    expect(await stores.conversations.listWaitingReplies(conversationId ?? '')).toMatchObject([
      { ticketNumber: number, text: '확인하여 알려 드립니다' },
    ])
  })

  it('is given once, of many sent at the same moment', async () => {
    const { id, number } = await file('claimed', ME)
    const tries = Array.from({ length: 10 }, async () => STEPS.answer({ number, by: staff(ME) }))
    const outcomes = (await Promise.all(tries)).map(outcome)
    expect(outcomes.filter((each) => each === '→ answered')).toHaveLength(1)
    expect((await sight(id)).deliveries.filter((kind) => kind === 'patient_reply')).toHaveLength(1)
  })

  it('is refused when the person saw an older revision', async () => {
    const { number } = await file('claimed', ME)
    await STEPS.note({ number, by: staff(OTHER) })
    expect(outcome(await STEPS.answer({ number, by: staff(ME), revision: 1 }))).toBe('stale')
    expect(outcome(await STEPS.answer({ number, by: staff(ME), revision: 2 }))).toBe('→ answered')
  })

  it('to an anonymous ticket is kept, and sent to nobody', async () => {
    const { id, number } = await file('claimed', ME, { conversationId: undefined })
    expect(outcome(await STEPS.answer({ number, by: staff(ME) }))).toBe('→ answered')
    expect((await sight(id)).deliveries).not.toContain('patient_reply')
    expect(await stores.tickets.findAnswer(id)).toBe('확인하여 알려 드립니다')
  })
})
