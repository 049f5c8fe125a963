/** A refusal in Slack's own shape: `{ ok: false, error: code }`, with the reasons where Slack gives them. */
export class SlackRefusal extends Error {
  readonly code: string
  /** What goes to `response_metadata.messages`; empty where Slack sends none. */
  readonly reasons: readonly string[]

  constructor(code: string, reasons: readonly string[] = []) {
    super([code, ...reasons].join(' '))
    this.name = 'SlackRefusal'
    this.code = code
    this.reasons = reasons
  }
}
