import type { AuditEntry } from './auditEntry.ts'

/** The access log, for what has no transaction of its own. */
export type AuditLog = {
  /**
   * Adds lines to the chain, all or none. Callers give nothing out before it resolves.
   * @throws when they could not be written
   */
  append(...entries: AuditEntry[]): Promise<void>
}

/** The access log inside a transaction: the line is written with the rest of the work, or not at all. */
export type AuditTx = {
  appendAudit(entry: AuditEntry): Promise<void>
}

/** A line as it stands in the log. */
export type AuditLine = AuditEntry & {
  /** Its place in the chain, from 1 and without gaps. */
  readonly sequence: number
  /** The department whose desk has the ticket; absent where the line is about no ticket. */
  readonly department: string | undefined
}

/** Reading the access log. */
export type AuditReader = {
  /** Every line of one month in Asia/Seoul (as `2026-11`), oldest first; read in portions, since a month may be long. */
  readMonth(month: string): AsyncIterable<AuditLine>
  /** Months there are lines of, newest first. */
  listMonths(): Promise<readonly string[]>
  /** The lines that say a month was reviewed, oldest first. */
  listReviews(): Promise<readonly Pick<AuditEntry, 'who' | 'at' | 'field'>[]>
}

/** The end of the chain: how many entries were ever written, and the hash of the last (hex). */
export type AuditHead = { readonly count: number; readonly hash: string }
