import { randomUUID } from 'node:crypto'

import type { NewTicket, TicketContent } from '../../../src/tickets/ticket.ts'
import {
  exampleActivity,
  exampleDelivery,
  exampleReceipt,
  exampleSession,
  exampleTicket,
  exampleTurn,
  scrubbed,
} from '../examples.ts'
import type { Stores } from '../../../src/store/createStores.ts'
import { MONDAY } from '../testStores.ts'

/** The words of one ticket and its conversation, each to be found nowhere once it is destroyed. */
export const wordsOf = (mark: string) => ({
  story: `${mark} 간호사가 문을 닫고 나갔습니다 [이름1]`,
  gist: `${mark} 병실 응대`,
  where: `${mark} 7병동`,
  wish: `${mark} 설명을 듣고 싶어요`,
  token: `${mark} 박가을`,
  name: `${mark} 김하늘`,
  phone: `010-0000-5678 ${mark}`,
  note: `${mark} 가족에게 설명함`,
  draft: `${mark} 쓰던 답변`,
  answer: `${mark} 확인하여 알려 드립니다`,
  said: `${mark} 무릎이 아파서 왔어요`,
  replied: `${mark} 접수 내용을 확인해 주세요`,
})

export type Filed = { readonly ticketId: string; readonly number: string; readonly conversationId: string }

type FileOptions = {
  readonly mark: string
  /** Files from this conversation, which is there already. */
  readonly conversationId?: string
  readonly ticket?: Partial<NewTicket>
  readonly at?: Date
}

/** Files a ticket with everything that can hang on one: transcript, history, draft, card, deliveries, receipts. */
export async function fileEverything(stores: Stores, options: FileOptions): Promise<Filed> {
  const { mark, at = MONDAY } = options
  const words = wordsOf(mark)
  const conversationId = options.conversationId ?? (await writeConversation(stores, mark, at))
  const ticket = exampleTicket({ conversationId, createdAt: at, content: contentOf(mark), ...options.ticket })
  await stores.conversations.transact(async (tx) => {
    await tx.insertTicket(ticket, [exampleReceipt()])
    const entry = { at, actor: { kind: 'staff', slackUserId: 'U1' }, from: 'received', to: 'received' } as const
    await tx.appendHistory(ticket.id, { ...entry, action: 'noted', text: words.note })
    await tx.appendHistory(ticket.id, { ...entry, action: 'answered', text: words.answer })
    await tx.saveDraft(ticket.id, { text: words.draft, by: 'U1' }, at)
    const delivery = { ticketId: ticket.id, orderKey: `slack:${ticket.id}` }
    await tx.enqueue(exampleDelivery({ ...delivery, kind: 'slack_card', destination: 'C0ADMIN00' }))
    await tx.enqueue(
      exampleDelivery({ ...delivery, kind: 'patient_reply', destination: conversationId, orderKey: `patient:${mark}` }),
    )
  })
  await stores.tickets.saveCard(ticket.id, { channel: 'C0ADMIN00', ts: `1.${mark}`, revision: 1 })
  return { ticketId: ticket.id, number: ticket.number, conversationId }
}

async function writeConversation(stores: Stores, mark: string, at: Date): Promise<string> {
  const words = wordsOf(mark)
  const session = exampleSession({
    conversationId: randomUUID(),
    lastTurnAt: at.getTime(),
    vault: [{ token: '[이름1]', type: 'name', value: words.token }],
  })
  await stores.conversations.transact(async (tx) => {
    const activities = [exampleActivity(session.nextSequence, words.said)]
    const replies = [{ type: 'message', text: words.replied } as const]
    const after = { ...session, nextSequence: session.nextSequence + 1 }
    await tx.writeTurn(exampleTurn(session, { eventKey: `event ${mark}`, after, activities, replies, at }))
  })
  return session.conversationId
}

function contentOf(mark: string): TicketContent {
  const { story, gist, where, wish, name, phone, token } = wordsOf(mark)
  return {
    v: 1,
    kind: 'story',
    story: scrubbed(story),
    gist,
    health: false,
    where,
    wish,
    name,
    phone,
    vault: [
      { token: '[이름1]', type: 'name', value: token },
      { token: '[직원1]', type: 'staff_name', value: `${mark} 이간호` },
    ],
  }
}
