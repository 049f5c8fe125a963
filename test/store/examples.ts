import { randomInt, randomUUID } from 'node:crypto'

import type { ConsentReceipt } from '../../src/consent/consent.ts'
import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import type { TurnWrite } from '../../src/conversations/ports.ts'
import type { Session, TranscriptActivity } from '../../src/conversations/session.ts'
import type { NewDelivery } from '../../src/delivery/delivery.ts'
import { createTicketNumber } from '../../src/tickets/ticketNumber.ts'
import type { NewTicket } from '../../src/tickets/ticket.ts'
import { MONDAY } from './testStores.ts'

/** Text as if `skills/privacy` had made it. */
export const scrubbed = (text: string): Scrubbed => text as Scrubbed

export function exampleTicket(overrides: Partial<NewTicket> = {}): NewTicket {
  return {
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
      when: { date: '2026-11-22', text: '어제 오후' },
      where: '본관 1층',
      name: '김하늘',
      phone: '010-0000-1234',
    },
    ...overrides,
  }
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

export function exampleSession(overrides: Partial<Session> = {}): Session {
  return {
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
    consents: { collect: true },
    pagedCrises: [],
    toldScrubbed: false,
    address: { channel: 'web' },
    ...overrides,
  }
}

export function exampleTurn(before: Session, overrides: Partial<TurnWrite> = {}): TurnWrite {
  return {
    eventKey: undefined,
    before,
    after: before,
    activities: [],
    replies: [],
    receipts: [],
    at: MONDAY,
    ...overrides,
  }
}

export function exampleActivity(sequence: number, text: string, deliveryId?: string): TranscriptActivity {
  return { sequence, fromBot: deliveryId !== undefined, at: MONDAY, body: { type: 'message', text, deliveryId } }
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
