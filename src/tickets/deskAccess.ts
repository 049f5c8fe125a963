/** Who a sign-in stands for, and the ticket its link was made for. */
export type DeskPass = {
  readonly slackUserId: string
  /** Absent when the person signed in without coming from a ticket. */
  readonly ticketNumber?: string | undefined
}

/** Sign-ins to the desk page. Tokens come as hashes; what they are hashes of is never stored. */
export type DeskAccess = {
  /** Keeps a link that signs one person in, once, until `expiresAt`. */
  createLink(link: DeskPass & { readonly tokenHash: string; readonly expiresAt: Date }): Promise<void>
  /** Uses a link up; undefined when it is unknown, used or too old. */
  redeemLink(tokenHash: string, now: Date): Promise<DeskPass | undefined>
  openSession(session: DeskPass & { readonly tokenHash: string }, now: Date): Promise<void>
  /** Keeps a session alive; undefined when it was idle for `idleMs`, is twelve hours old, or is unknown. */
  touchSession(tokenHash: string, now: Date, idleMs: number): Promise<DeskPass | undefined>
  closeSession(tokenHash: string): Promise<void>
}
