import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import type { ConversationTx } from '../../src/conversations/ports.ts'
import type { TicketContent } from '../../src/tickets/ticket.ts'
import type { Record } from './memoryConversations.ts'

const NO_WORDS: TicketContent = { v: 1, kind: 'story', story: '' as Scrubbed, gist: '', health: false, vault: [] }

type RightsTx = Pick<
  ConversationTx,
  | 'findTicket'
  | 'changeTicket'
  | 'destroyTicket'
  | 'destroyContact'
  | 'correctContact'
  | 'supersedeCards'
  | 'destroyTranscript'
  | 'destroyConversation'
  | 'appendAudit'
>

/** What a turn does to what was filed when a person uses their rights, in memory. */
export function rightsOn(record: Record): RightsTx {
  const forgetTranscript = (conversationId: string): void => {
    record.activities.splice(
      0,
      record.activities.length,
      ...record.activities.filter((one) => one.conversationId !== conversationId),
    )
    for (const key of record.answered.keys()) if (key.startsWith(`${conversationId}/`)) record.answered.delete(key)
  }
  const untie = (conversationId: string): void => {
    for (const [id, one] of record.receipts) {
      if (one.conversationId === conversationId) record.receipts.set(id, { ...one, conversationId: undefined })
    }
    for (const [id, one] of record.tickets) {
      if (one.conversationId === conversationId) record.tickets.set(id, { ...one, conversationId: undefined })
    }
  }

  return {
    findTicket: async (number) => [...record.tickets.values()].find((one) => one.number === number),
    async changeTicket({ id, expected, set }) {
      const ticket = record.tickets.get(id)
      if (!ticket || ticket.destroyedAt !== undefined || !expected.states.includes(ticket.state)) return undefined
      const changed = { ...ticket, ...set, assignee: ticket.assignee, revision: ticket.revision + 1 }
      record.tickets.set(id, changed)
      return changed
    },
    async destroyTicket(id, { at }) {
      const ticket = record.tickets.get(id)
      if (!ticket || ticket.destroyedAt !== undefined) return false
      if (ticket.conversationId !== undefined) forgetTranscript(ticket.conversationId)
      record.tickets.set(id, {
        ...ticket,
        content: NO_WORDS,
        filingKey: `destroyed:${id}`,
        secretHash: undefined,
        conversationId: undefined,
        crisis: undefined,
        destroyedAt: at,
      })
      for (const [key, one] of record.receipts) {
        if (one.ticketId === id) record.receipts.set(key, { ...one, ticketId: undefined })
      }
      return true
    },
    async destroyContact(id) {
      const ticket = record.tickets.get(id)
      if (!ticket) return false
      const { phone: _phone, goodTime: _goodTime, ...content } = ticket.content
      record.tickets.set(id, { ...ticket, content })
      return true
    },
    async correctContact(id, contact) {
      const ticket = record.tickets.get(id)
      if (ticket) record.tickets.set(id, { ...ticket, content: { ...ticket.content, ...contact } })
    },
    async supersedeCards(id) {
      const left = record.outbox.filter((one) => one.ticketId !== id || one.kind !== 'slack_card')
      record.outbox.splice(0, record.outbox.length, ...left)
    },
    async destroyTranscript(conversationId) {
      forgetTranscript(conversationId)
      return true
    },
    async destroyConversation(conversationId) {
      forgetTranscript(conversationId)
      untie(conversationId)
      return record.sessions.delete(conversationId)
    },
    appendAudit: async (entry) => void record.audited.push(entry),
  }
}
