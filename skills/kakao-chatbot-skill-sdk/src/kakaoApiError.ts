/**
 * What became of a call to Kakao.
 * `rejected`: not accepted, and will not be if sent again as it is. `unauthorized`: wrong key or bot.
 * `rate_limited`: not accepted, later perhaps. `unclear`: it may have been accepted (timeout, 5xx, network).
 */
export type KakaoApiErrorCode = 'rejected' | 'unauthorized' | 'rate_limited' | 'unclear'

/** A call to Kakao that did not clearly succeed. Its message holds no personal data. */
export class KakaoApiError extends Error {
  override readonly name = 'KakaoApiError'
  readonly code: KakaoApiErrorCode
  /** The HTTP status; absent where none was received. */
  readonly status: number | undefined
  /** How long Kakao asked to wait; absent where it did not say. */
  readonly retryAfterMs: number | undefined

  constructor(
    code: KakaoApiErrorCode,
    message: string,
    details: { readonly status?: number; readonly retryAfterMs?: number | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause })
    this.code = code
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
  }
}
