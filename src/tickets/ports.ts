import type { AuditTx } from '../audit/ports.ts'
import type { ConsentPurpose, ConsentReceipt } from '../consent/consent.ts'
import type { Covered } from '../consent/coverage.ts'
import type { Delivery, DeliveryState, SlackReference } from '../delivery/delivery.ts'
import type { OutboxTx } from '../delivery/ports.ts'
import type { PhotoReader } from '../photos/ports.ts'
import type { ContactScope, DestructionOrder } from '../retention/destruction.ts'
import type { HistoryEntry, NewTicket, Ticket, TicketContent, TicketState } from './ticket.ts'

/** A conditional change: it happens only to a ticket that is still as `expected` says. */
export type TicketChange = {
  readonly id: string
  readonly expected: {
    readonly states: readonly TicketState[]
    /** Slack user id that must hold it; null: nobody must. Absent: anybody may. */
    readonly assignee?: string | null
    readonly revision?: number
  }
  readonly set: {
    readonly state?: TicketState
    readonly assignee?: string | null
    readonly answeredAt?: Date
    readonly slackCovered?: boolean
  }
  readonly at: Date
}

/** What a transaction can do to tickets. */
export type TicketTx = OutboxTx &
  AuditTx & {
    /**
     * Files a ticket with a data key of its own, and ties to it the receipts given and those its conversation has free.
     * @returns the ticket, or the one filed before under the same filing key
     * @throws {StoreError} `number_taken`: another ticket has this number, and the work has to be done with a new one
     */
    insertTicket(
      ticket: Covered<NewTicket, 'record'>,
      receipts: readonly ConsentReceipt[],
    ): Promise<{ ticket: Ticket; isNew: boolean }>
    /** One conditional update that also raises the revision; undefined when the ticket is no longer as expected. */
    changeTicket(change: TicketChange): Promise<Ticket | undefined>
    appendHistory(ticketId: string, entry: HistoryEntry): Promise<void>
    /** Keeps the draft of an answer, encrypted with the ticket's key; replaces an earlier draft. Null clears it. */
    saveDraft(ticketId: string, draft: { readonly text: string; readonly by: string } | null, at: Date): Promise<void>
    /** Finds a ticket and keeps others from changing it until the transaction ends. */
    findTicket(number: string): Promise<Ticket | undefined>
    /** As `TicketReader.readContent`, without a second connection while this one is held. */
    readContent(ticketId: string): Promise<TicketContent>
    /** @returns false when this event was seen before: the caller must then do nothing. */
    rememberEvent(key: string, at: Date): Promise<boolean>
    /**
     * Destroys a ticket: its data key, words, history texts, draft, look-up hashes, deliveries and ties; its transcript and
     * its receipts' tie with it. Its Slack card is blanked. A line that names nobody stays. A conversation that nobody needs
     * any more goes too; one in use stays, without its transcript and with a new key, so that the turn under way can be
     * written: that turn must empty what its session still holds of the ticket (`draft`, `vault`).
     * @returns false when there is no such ticket, or it was destroyed before
     */
    destroyTicket(ticketId: string, order: DestructionOrder): Promise<boolean>
    /**
     * Destroys who wrote a ticket and leaves what was written, under a new key: what the old one sealed, in backups too, is
     * unreadable from then on. `all` also cuts the tie to the conversation, as `destroyTicket` does.
     * @returns false when there is no such ticket, or nothing of it is left to destroy
     */
    destroyContact(ticketId: string, scope: ContactScope, order: DestructionOrder): Promise<boolean>
    /** Replaces what is given of a ticket's contact. @throws as `readContent` */
    correctContact(ticketId: string, contact: Partial<Pick<TicketContent, 'name' | 'phone'>>): Promise<void>
    /** Tickets of a conversation that were not destroyed, newest first. */
    listByConversation(conversationId: string): Promise<readonly Ticket[]>
    /** How the answer to a ticket is getting on; undefined where none was sent. */
    findReplyState(ticketId: string): Promise<DeliveryState | undefined>
    /**
     * Destroys a conversation: session, transcript, address, events and key; tickets and receipts lose their tie to it. A turn
     * under way in it can no longer be written, unless as a new conversation (version 0).
     * @returns false when there is none
     */
    destroyConversation(conversationId: string, order: DestructionOrder): Promise<boolean>
    /** Takes back what was queued for a ticket's card and is in nobody's hands. What is under way goes before what comes next. */
    supersedeCards(ticketId: string, at: Date): Promise<void>
  }

/** Runs work in one transaction: all of it is written, or none. */
export type Transact = <T>(work: (tx: TicketTx) => Promise<T>) => Promise<T>

/** One attempt to tell somebody something, as the desk shows it. */
export type DeliverySight = {
  readonly kind: Delivery['kind']
  readonly state: DeliveryState
  readonly at: Date
  readonly errorCode: string | undefined
}

/** A consent taken back, and when. */
export type WithdrawnConsent = { readonly purpose: ConsentPurpose; readonly at: Date }

/** Reading tickets, outside a transaction. */
export type TicketReader = PhotoReader & {
  findTicket(number: string): Promise<Ticket | undefined>
  findTicketById(id: string): Promise<Ticket | undefined>
  /** @throws when the ticket's key was destroyed or the words cannot be decrypted */
  readContent(ticketId: string): Promise<TicketContent>
  readHistory(ticketId: string): Promise<readonly HistoryEntry[]>
  findDraft(ticketId: string): Promise<{ readonly text: string; readonly by: string; readonly at: Date } | undefined>
  /** The text of the answer that was sent; undefined before there is one. */
  findAnswer(ticketId: string): Promise<string | undefined>
  listDeliveries(ticketId: string): Promise<readonly DeliverySight[]>
  /** The message that is the ticket's card; undefined until it was posted. */
  findCard(ticketId: string): Promise<(SlackReference & { readonly revision: number }) | undefined>
  saveCard(ticketId: string, card: SlackReference & { readonly revision: number }): Promise<void>
  /** Open tickets of the departments, most urgent then oldest due first; at most `limit`. */
  listOpen(departments: readonly string[] | 'all', limit: number): Promise<readonly Ticket[]>
  /** Tickets filed from a conversation, newest first. */
  listByConversation(conversationId: string): Promise<readonly Ticket[]>
  /**
   * Receipts that speak for a ticket, in the order of the answers: its own, and of its conversation those up to its filing, and
   * every refusal since.
   */
  listReceipts(ticketId: string): Promise<readonly ConsentReceipt[]>
  /** Consents to a ticket that were given and then taken back, in the order of that. */
  listWithdrawnConsents(ticketId: string): Promise<readonly WithdrawnConsent[]>
  /** A ticket by the secret its anonymous filer was given. */
  findBySecretHash(secretHash: string): Promise<Ticket | undefined>
}
