/** A payload with Slack's signature that is not of the shape Slack documents. */
export class PayloadError extends Error {
  readonly code = 'slack_payload_unreadable'

  constructor(paths: readonly string[]) {
    super(`The payload cannot be read: ${paths.join(', ')}.`)
  }
}
