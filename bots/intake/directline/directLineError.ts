/** Why a Direct Line call is refused. */
export type DirectLineErrorCode =
  | 'unauthorized'
  | 'token_expired'
  | 'not_yours'
  | 'unknown_conversation'
  | 'too_many_requests'
  | 'invalid_body'
  | 'unavailable'

/** A call that is refused; the message is for the developer of the client and holds nothing a person wrote. */
export class DirectLineError extends Error {
  override readonly name = 'DirectLineError'
  readonly code: DirectLineErrorCode
  /** When a limit allows the next try; only with `too_many_requests`. */
  readonly retryAfterSeconds: number | undefined

  constructor(code: DirectLineErrorCode, message: string, retryAfterSeconds?: number) {
    super(message)
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}
