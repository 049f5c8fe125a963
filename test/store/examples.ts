import { randomInt, randomUUID } from 'node:crypto'

import type { ConsentReceipt } from '../../src/consent/consent.ts'
import type { Covered } from '../../src/consent/coverage.ts'
import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import type { TurnWrite } from '../../src/conversations/ports.ts'
import type { Session, TranscriptActivity } from '../../src/conversations/session.ts'
import type { NewDelivery } from '../../src/delivery/delivery.ts'
import { createTicketNumber } from '../../src/tickets/ticketNumber.ts'
import type { NewTicket } from '../../src/tickets/ticket.ts'
import { MONDAY } from './testStores.ts'

/** Text as if `skills/privacy` had made it. */
export const scrubbed = (text: string): Scrubbed => text as Scrubbed

/** As if its consents had been checked, which the stores leave to `src/consent`. */
export const covered = <T>(value: T): Covered<T, 'record'> => value as Covered<T, 'record'>

export function exampleTicket(overrides: Partial<NewTicket> = {}): Covered<NewTicket, 'record'> {
  return covered({
    id: randomUUID(),
    number: createTicketNumber(MONDAY, randomInt),
    filingKey: randomUUID(),
    secretHash: undefined,
    type: 'complaint',
    category: 'waiting',
    department: '원무과',
    deskDepartment: '원무과',
    urgency: 'normal',
    crisis: undefined,
    channel: 'web',
    language: 'ko',
    conversationId: randomUUID(),
    slackCovered: true,
    createdAt: MONDAY,
    dueAt: new Date('2026-11-30T09:00:00Z'),
    content: {
      v: 1,
      kind: 'story',
      story: scrubbed('접수창구에서 두 시간을 기다렸습니다'),
      gist: '접수 대기 2시간',
      health: false,
      vault: [],
      when: { date: '2026-11-22', text: '어제 오후' },
      where: '본관 1층',
      name: '김하늘',
      phone: '010-0000-1234',
    },
    ...overrides,
  })
}

export function exampleReceipt(overrides: Partial<ConsentReceipt> = {}): ConsentReceipt {
  return {
    id: randomUUID(),
    purpose: 'collect',
    granted: true,
    noticeVersion: '1',
    noticeHash: 'ab'.repeat(32),
    language: 'ko',
    actor: 'self',
    channel: 'web',
    shownAs: 'chat',
    answeredAt: MONDAY,
    ...overrides,
  }
}

export function exampleSession(overrides: Partial<Session> = {}): Covered<Session, 'record'> {
  return covered({
    v: 1,
    conversationId: randomUUID(),
    channel: 'web',
    language: 'ko',
    isDurable: true,
    version: 0,
    lastTurnAt: MONDAY.getTime(),
    nextSequence: MONDAY.getTime(),
    dialogState: {},
    draft: {},
    vault: [],
    consents: { collect: true },
    pagedCrises: [],
    toldScrubbed: false,
    address: { channel: 'web' },
    ...overrides,
  })
}

/** What a turn may be overridden with; its session as if its consents had been checked. */
export type TurnPart = Partial<Omit<TurnWrite, 'after'>> & { readonly after?: Session }

export function exampleTurn(before: Session, { after = before, ...part }: TurnPart = {}): TurnWrite {
  return {
    eventKey: undefined,
    before,
    after: covered(after),
    activities: [],
    replies: [],
    receipts: [],
    at: MONDAY,
    ...part,
  }
}

export function exampleActivity(
  sequence: number,
  text: string,
  deliveryId?: string,
): Covered<TranscriptActivity, 'record'> {
  return covered({
    sequence,
    fromBot: deliveryId !== undefined,
    at: MONDAY,
    body: { type: 'message', text, deliveryId },
  })
}

export function exampleDelivery(overrides: Partial<NewDelivery> = {}): NewDelivery {
  const id = randomUUID()
  return {
    id,
    kind: 'slack_page',
    ticketId: undefined,
    destination: `C${id}`,
    orderKey: `page:${id}`,
    priority: 1,
    payload: {},
    ...overrides,
  }
}
