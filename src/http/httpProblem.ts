/** A request that is answered with an error: `{ "error": { "code", "message" } }` under this status. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly status: number
  /** Stable, for programs. */
  readonly code: string
  /** Further response headers, such as `retry-after`. */
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}
