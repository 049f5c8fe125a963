/** What was done with somebody's personal data. */
export type AuditAction =
  /** Shown, with names, numbers and tokens masked. */
  | 'seen'
  /** One masked value shown in full. */
  | 'revealed'
  /** Carried out of the product as a file or a copy. */
  | 'exported'
  | 'changed'
  | 'destroyed'
  /** A consent taken back. */
  | 'withdrawn'
  /** A month of this log looked over. */
  | 'reviewed'

/** Where it was done from: Slack, the desk page, a command line, the person's own chat or page, a recurring job. */
export type AuditSurface = 'slack' | 'desk' | 'cli' | 'chat' | 'page' | 'job'

/**
 * One line of the access log (접속기록, 안전성 확보조치 기준 §8): who, when, from where, whose, what, why. It outlives
 * the ticket it tells of, so nothing in it names or quotes the person.
 */
export type AuditEntry = {
  readonly at: Date
  /** A Slack user id, or `person` (concerned, or their guardian), `operator` (at a shell), `system` (the product itself). */
  readonly who: string
  readonly surface: AuditSurface
  /** Network address; absent where none is known, as in Slack. */
  readonly address: string | undefined
  /** Whose data: the ticket's. Absent where it is about no single ticket, such as an export. */
  readonly ticketId: string | undefined
  readonly ticketNumber: string | undefined
  readonly action: AuditAction
  /** Which part: `content`, `name`, a token such as `[이름1]`. Absent where all of it is meant. */
  readonly field: string | undefined
  /** Why: a stable code, or a short sentence that was masked before it came here. */
  readonly reason: string | undefined
}
