import { type ConsentReceipt, identifiesNobody } from '../../src/consent/consent.ts'
import type { AuditEntry } from '../../src/audit/auditEntry.ts'
import type { ConversationStore, ConversationTx } from '../../src/conversations/ports.ts'
import type { ActivityBody, Session, TranscriptActivity } from '../../src/conversations/session.ts'
import type { NewDelivery } from '../../src/delivery/delivery.ts'
import type { GuardianAnswers, GuardianDetails, GuardianRequest } from '../../src/guardian/guardianRequest.ts'
import type { IncidentContact, NewIncident } from '../../src/incidents/incident.ts'
import type { NewPhoto, Photo } from '../../src/photos/photo.ts'
import type { HistoryEntry, NewTicket, Ticket, TicketContent } from '../../src/tickets/ticket.ts'
import { storedSession } from '../../src/store/storedSession.ts'
import { rightsOn } from './memoryRights.ts'

/** A receipt, and what it is tied to. */
export type KeptReceipt = ConsentReceipt & {
  readonly conversationId: string | undefined
  readonly ticketId: string | undefined
}

/** A request for a guardian's consent, and who the guardian is. */
export type KeptGuardian = { readonly request: GuardianRequest; readonly details: GuardianDetails | undefined }

/** A danger, where the person is, and the ticket that came of it. */
export type KeptIncident = NewIncident & {
  readonly contact?: IncidentContact
  readonly ticketNumber: string | undefined
}

/** A photo, how it is getting on, and the ticket it was filed with. */
export type KeptPhoto = NewPhoto & Pick<Photo, 'state'> & { readonly ticketId: string | undefined }

/** Everything that would be in PostgreSQL, in the clear. */
export type Record = {
  readonly sessions: Map<string, Session>
  readonly activities: (TranscriptActivity & { readonly conversationId: string })[]
  readonly answered: Map<string, readonly ActivityBody[]>
  readonly receipts: Map<string, KeptReceipt>
  readonly tickets: Map<string, Ticket & NewTicket>
  readonly history: (HistoryEntry & { readonly ticketId: string })[]
  readonly outbox: NewDelivery[]
  /** By conversation; a refusal leaves no details. */
  readonly guardians: Map<string, KeptGuardian>
  /** By number; nothing in them leads to a conversation. */
  readonly incidents: Map<string, KeptIncident>
  /** By id. */
  readonly photos: Map<string, KeptPhoto>
  readonly usedLinks: Set<string>
  readonly audited: AuditEntry[]
}

/**
 * Conversations in memory, for tests of what stands above the store. As in PostgreSQL a failed transaction leaves
 * nothing, a ticket is filed once per filing key, and receipts are tied to tickets; a session must fit its stored shape.
 */
export function createMemoryConversations() {
  let record: Record = emptyRecord()

  const store: Pick<
    ConversationStore,
    'transact' | 'findSession' | 'findReplies' | 'listWaitingReplies' | 'isLinkUsed' | 'listReceipts'
  > = {
    async transact(work) {
      const before = record
      record = copyOf(before)
      try {
        return await work(transactionOn(record))
      } catch (error) {
        record = before
        throw error
      }
    },
    findSession: async (id) => record.sessions.get(id),
    findReplies: async (id, key) => record.answered.get(`${id}/${key}`),
    listWaitingReplies: async () => [],
    listReceipts: async (id) => [...record.receipts.values()].filter((one) => one.conversationId === id),
    isLinkUsed: async (tokenHash) => record.usedLinks.has(tokenHash),
  }
  return {
    store: asStore(store),
    read: () => record,
    contentOf: (ticketId: string): TicketContent => {
      const ticket = record.tickets.get(ticketId)
      if (!ticket) throw new Error('There is no such ticket.')
      return ticket.content
    },
    /** A guardian answered on their page. */
    answerGuardian(conversationId: string, answers: GuardianAnswers, at: Date): void {
      const kept = record.guardians.get(conversationId)
      if (!kept) return
      const state = answers.collect ? 'agreed' : 'refused'
      record.guardians.set(conversationId, {
        request: { ...kept.request, state, answers, provedBy: kept.details?.contact.kind, answeredAt: at },
        details: answers.collect ? kept.details : undefined,
      })
    },
  }
}

function transactionOn(record: Record): ConversationTx {
  const keepReceipts = (receipts: readonly ConsentReceipt[], conversationId: string | undefined): void => {
    for (const one of receipts) {
      if (!record.receipts.has(one.id))
        record.receipts.set(one.id, {
          ...one,
          conversationId: identifiesNobody(one) ? undefined : conversationId,
          ticketId: undefined,
        })
    }
  }
  const tx: Partial<ConversationTx> = {
    async writeTurn({ before, after, activities, replies, receipts, eventKey }) {
      const { conversationId } = after
      if ((record.sessions.get(conversationId)?.version ?? 0) !== before.version) throw new Error('moved on')
      record.sessions.set(conversationId, storedSession.schema.parse(JSON.parse(JSON.stringify(after))))
      record.activities.push(...activities.map((activity) => ({ ...activity, conversationId })))
      if (eventKey !== undefined) record.answered.set(`${conversationId}/${eventKey}`, replies)
      keepReceipts(receipts, conversationId)
    },
    async useLink({ tokenHash }) {
      if (record.usedLinks.has(tokenHash)) throw new Error('link_used')
      record.usedLinks.add(tokenHash)
    },
    writeReceipts: async (receipts, conversationId) => keepReceipts(receipts, conversationId),
    async insertTicket(ticket, receipts) {
      const filed = [...record.tickets.values()].find((one) => one.filingKey === ticket.filingKey)
      if (filed) return { ticket: filed, isNew: false }
      const kept = {
        ...ticket,
        state: 'received',
        revision: 1,
        assignee: undefined,
        answeredAt: undefined,
        destroyedAt: undefined,
      } as const
      record.tickets.set(ticket.id, kept)
      linkReceipts(record, receipts, ticket)
      return { ticket: kept, isNew: true }
    },
    appendHistory: async (ticketId, entry) => void record.history.push({ ...entry, ticketId }),
    enqueue: async (delivery) => void record.outbox.push(delivery),
    ...rightsOn(record),
    async insertGuardianRequest({ tokenHash: _tokenHash, details, ...request }) {
      const open = { state: 'waiting', answers: undefined, provedBy: undefined, answeredAt: undefined } as const
      record.guardians.set(request.conversationId, { request: { ...request, ...open }, details })
    },
    insertIncident: async (incident) =>
      void record.incidents.set(incident.number, { ...incident, ticketNumber: undefined }),
    async keepIncidentContact(number, contact) {
      const known = record.incidents.get(number)
      if (known) record.incidents.set(number, { ...known, contact })
      return known !== undefined
    },
    async linkIncident(number, ticketNumber) {
      const known = record.incidents.get(number)
      if (known) record.incidents.set(number, { ...known, ticketNumber: known.ticketNumber ?? ticketNumber })
    },
    async insertPhotos(photos) {
      for (const photo of photos) record.photos.set(photo.id, { ...photo, state: 'waiting', ticketId: undefined })
    },
    async filePhotos(ids, ticketId) {
      for (const photo of record.photos.values())
        if (ids.includes(photo.id)) record.photos.set(photo.id, { ...photo, ticketId })
    },
    async keepOnlyPhotos(conversationId, ids) {
      for (const [id, photo] of record.photos) {
        const isLoose = photo.conversationId === conversationId && photo.ticketId === undefined
        if (isLoose && !ids.includes(id)) record.photos.delete(id)
      }
    },
    async deleteGuardianRequest(id) {
      for (const [key, { request }] of record.guardians) if (request.id === id) record.guardians.delete(key)
    },
  }
  return onlyThese(tx)
}

function linkReceipts(record: Record, receipts: readonly ConsentReceipt[], ticket: NewTicket): void {
  const given = new Set(receipts.map(({ id }) => id))
  for (const one of receipts) record.receipts.set(one.id, { ...one, conversationId: undefined, ticketId: undefined })
  for (const [id, one] of record.receipts) {
    const isFree = one.ticketId === undefined && one.conversationId === ticket.conversationId && one.conversationId
    if (!given.has(id) && !isFree) continue
    record.receipts.set(id, { ...one, conversationId: ticket.conversationId, ticketId: ticket.id })
  }
}

function emptyRecord(): Record {
  return {
    sessions: new Map(),
    activities: [],
    answered: new Map(),
    receipts: new Map(),
    tickets: new Map(),
    history: [],
    outbox: [],
    usedLinks: new Set(),
    audited: [],
    guardians: new Map(),
    incidents: new Map(),
    photos: new Map(),
  }
}

function copyOf(record: Record): Record {
  return {
    sessions: new Map(record.sessions),
    activities: [...record.activities],
    answered: new Map(record.answered),
    receipts: new Map(record.receipts),
    tickets: new Map(record.tickets),
    history: [...record.history],
    outbox: [...record.outbox],
    usedLinks: new Set(record.usedLinks),
    audited: [...record.audited],
    guardians: new Map(record.guardians),
    incidents: new Map(record.incidents),
    photos: new Map(record.photos),
  }
}

// A turn that calls anything else fails loudly.
function onlyThese(parts: Partial<ConversationTx>): ConversationTx {
  return new Proxy(parts, { get: refuseOthers }) as ConversationTx
}

function asStore(parts: Partial<ConversationStore>): ConversationStore {
  return new Proxy(parts, { get: refuseOthers }) as ConversationStore
}

function refuseOthers(parts: object, name: string | symbol): unknown {
  if (name in parts) return Reflect.get(parts, name)
  throw new Error(`No turn needs ${String(name)} of the record.`)
}
