/** Who a sign-in stands for, and the ticket its link was made for. */
export type DeskPass = {
  readonly slackUserId: string
  /** Absent when the person signed in without coming from a ticket. */
  readonly ticketNumber?: string | undefined
}

/** Sign-ins to the desk page. Tokens, codes and addresses come as hashes; what they are hashes of is never stored. */
export type DeskAccess = {
  /** Keeps a link that signs one person in, once, until `expiresAt`. */
  createLink(link: DeskPass & { readonly tokenHash: string; readonly expiresAt: Date }): Promise<void>
  /** Uses a link up; undefined when it is unknown, used or too old. */
  redeemLink(tokenHash: string, now: Date): Promise<DeskPass | undefined>
  /** Keeps the code sent to an address; an earlier one no longer counts. */
  saveCode(emailHash: string, codeHash: string, expiresAt: Date): Promise<void>
  /** Tells whether the code is right, and uses it up if so. After five tries, no code is right. */
  tryCode(emailHash: string, codeHash: string, now: Date): Promise<boolean>
  openSession(session: DeskPass & { readonly tokenHash: string }, now: Date): Promise<void>
  /** Keeps a session alive; undefined when it was idle for `idleMs`, is twelve hours old, or is unknown. */
  touchSession(tokenHash: string, now: Date, idleMs: number): Promise<DeskPass | undefined>
  closeSession(tokenHash: string): Promise<void>
}
