import type { ConversationStore } from '../conversations/ports.ts'
import type { TicketReader } from '../tickets/ports.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { HeldTicket, Holdings } from './rights.ts'

type Parts = {
  readonly tickets: Pick<TicketReader, 'listByConversation' | 'readContent'>
  readonly conversations: Pick<ConversationStore, 'listReceipts'>
}

/** Looks up what is held about whoever writes in a conversation; nothing for one that is not written down. */
export function createFindHoldings({ tickets, conversations }: Parts) {
  async function toHeld(ticket: Ticket): Promise<HeldTicket> {
    const { kind, health, name, phone } = await tickets.readContent(ticket.id)
    return { ticket, kind, health, name, phone }
  }

  return async (conversationId: string): Promise<Holdings> => {
    const own = await tickets.listByConversation(conversationId)
    return {
      tickets: await Promise.all(own.map(toHeld)),
      receipts: await conversations.listReceipts(conversationId),
    }
  }
}
