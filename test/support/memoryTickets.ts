import { setImmediate as turn } from 'node:timers/promises'

import type { AuditEntry } from '../../src/audit/auditEntry.ts'
import type { AuditLog } from '../../src/audit/ports.ts'
import type { Delivery, NewDelivery } from '../../src/delivery/delivery.ts'
import type { DeliverySight, TicketChange, TicketReader, TicketTx, Transact } from '../../src/tickets/ports.ts'
import type { HistoryEntry, Ticket, TicketContent } from '../../src/tickets/ticket.ts'

type Card = NonNullable<Awaited<ReturnType<TicketReader['findCard']>>>
type Draft = NonNullable<Awaited<ReturnType<TicketReader['findDraft']>>>

/** What the desk needs of the ticket store. */
export type MemoryTicketReader = Pick<
  TicketReader,
  | 'findTicket'
  | 'findTicketById'
  | 'readContent'
  | 'findDraft'
  | 'findAnswer'
  | 'listDeliveries'
  | 'findCard'
  | 'saveCard'
>

/**
 * Tickets in memory, for tests of what stands above the store. As in PostgreSQL a conditional change and a first-seen
 * event are one step each, and everything else may interleave. Nothing is rolled back.
 */
export function createMemoryTickets() {
  const tickets = new Map<string, Ticket>()
  const contents = new Map<string, TicketContent>()
  const cards = new Map<string, Card>()
  const drafts = new Map<string, Draft>()
  const events = new Set<string>()
  const history: (HistoryEntry & { readonly ticketId: string })[] = []
  const outbox: Delivery[] = []
  const audited: AuditEntry[] = []
  const deliverySights: DeliverySight[] = []

  const byNumber = (number: string): Ticket | undefined => [...tickets.values()].find((one) => one.number === number)

  const tx: TicketTx = {
    insertTicket: async () => {
      throw new Error('Tests put tickets in with `put`.')
    },
    changeTicket: async (change) => {
      await turn()
      const ticket = tickets.get(change.id)
      if (!ticket || !isAsExpected(ticket, change.expected)) return undefined
      const changed = applyChange(ticket, change)
      tickets.set(ticket.id, changed)
      return changed
    },
    appendHistory: async (ticketId, entry) => void history.push({ ...entry, ticketId }),
    saveDraft: async (ticketId, draft, at) => {
      if (draft) drafts.set(ticketId, { ...draft, at })
      else drafts.delete(ticketId)
    },
    findTicket: async (number) => {
      await turn()
      return byNumber(number)
    },
    readContent: (ticketId) => reader.readContent(ticketId),
    destroyTicket: refuse,
    destroyContact: refuse,
    destroyConversation: refuse,
    listByConversation: refuse,
    findReplyState: refuse,
    correctContact: refuse,
    supersedeCards: refuse,
    rememberEvent: async (key) => !events.has(key) && Boolean(events.add(key)),
    appendAudit: async (entry) => void audited.push(entry),
    enqueue: async (delivery) => void outbox.push(asDelivery(delivery)),
  }
  const transact: Transact = (work) => work(tx)

  const reader: MemoryTicketReader = {
    findTicket: async (number) => byNumber(number),
    findTicketById: async (id) => tickets.get(id),
    readContent: async (id) => {
      const content = contents.get(id)
      if (!content) throw new Error('There is no such ticket.')
      return content
    },
    findDraft: async (id) => drafts.get(id),
    findAnswer: async (id) => history.findLast((line) => line.ticketId === id && line.action === 'answered')?.text,
    listDeliveries: async () => deliverySights,
    findCard: async (id) => cards.get(id),
    saveCard: async (id, card) => void cards.set(id, card),
  }

  const audit: AuditLog = { append: async (...entries) => void audited.push(...entries) }

  return {
    transact,
    reader,
    audit,
    rememberEvent: (key: string) => tx.rememberEvent(key, new Date(0)),
    put: (ticket: Ticket, content: TicketContent) => {
      tickets.set(ticket.id, ticket)
      contents.set(ticket.id, content)
    },
    /** As the store does it: the line stays, and there are no words. */
    destroy: (id: string, destroyedAt: Date) => {
      const ticket = tickets.get(id)
      if (ticket) tickets.set(id, { ...ticket, destroyedAt, assignee: undefined, revision: ticket.revision + 1 })
      contents.delete(id)
    },
    history,
    outbox,
    audited,
    deliverySights,
  }
}

async function refuse(): Promise<never> {
  throw new Error('Destroying is tested on the store itself.')
}

export type MemoryTickets = ReturnType<typeof createMemoryTickets>

function isAsExpected(ticket: Ticket, { states, assignee, revision }: TicketChange['expected']): boolean {
  if (!states.includes(ticket.state)) return false
  if (assignee !== undefined && (ticket.assignee ?? null) !== assignee) return false
  return revision === undefined || ticket.revision === revision
}

function applyChange(ticket: Ticket, { set }: TicketChange): Ticket {
  return {
    ...ticket,
    state: set.state ?? ticket.state,
    assignee: set.assignee === undefined ? ticket.assignee : (set.assignee ?? undefined),
    answeredAt: set.answeredAt ?? ticket.answeredAt,
    slackCovered: set.slackCovered ?? ticket.slackCovered,
    revision: ticket.revision + 1,
  }
}

function asDelivery(delivery: NewDelivery): Delivery {
  const never = new Date(0)
  return {
    ...delivery,
    state: 'pending',
    attempts: 0,
    createdAt: never,
    firstAttemptAt: undefined,
    nextAttemptAt: never,
    errorCode: undefined,
    reference: undefined,
  }
}
