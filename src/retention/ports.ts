import type { Ticket } from '../tickets/ticket.ts'
import type { ContactScope, DestructionOrder } from './destruction.ts'

/** A ticket that has come to its end and is not destroyed, with what its periods run by. */
export type EndedTicket = Pick<
  Ticket,
  'id' | 'number' | 'type' | 'category' | 'department' | 'crisis' | 'revision' | 'answeredAt'
> & {
  /** When it was closed or, where that never happened, answered. */
  readonly endedAt: Date
  /** How much of its contact was destroyed already. */
  readonly contactDestroyed: ContactScope | undefined
  /** A contact was agreed to for notices, on it or in its conversation. */
  readonly hasNoticeContact: boolean
}

/** What the daily job needs of the database. */
export type RetentionStore = {
  /** Ended tickets that ended before `endedBefore`, oldest first, behind the one given; at most `limit`. */
  listEnded(endedBefore: Date, behind: EndedTicket | undefined, limit: number): Promise<readonly EndedTicket[]>
  /** How many deliveries, of nobody's or of ended tickets, were done with before then. */
  countDeliveries(finishedBefore: Date): Promise<number>
  /** Deletes those. @returns how many */
  dropDeliveries(finishedBefore: Date, order: DestructionOrder): Promise<number>
}
