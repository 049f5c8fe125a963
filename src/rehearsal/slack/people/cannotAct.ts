/** A person tried what Slack's client would not let them do: nothing was sent. A mistake in a test or on the page. */
export class CannotAct extends Error {
  override readonly name = 'CannotAct'
}
