import type { Answer, SentPayload } from '../link/delivery.ts'
import type { Workspace } from '../state/workspace.ts'

/** What a person acts through. */
export type PersonParts = {
  readonly workspace: Workspace
  readonly send: (kind: SentPayload['kind'], payload: SentPayload['payload']) => Promise<Answer>
  /** @returns an absolute URL for the part that `ResponseUrls.issue` made */
  readonly responseUrl: (id: string) => string
  /** Whether the app may hear messages (a `message.*` event and its scope). */
  readonly sendMessageEvents: boolean
}

/** The answer to what Slack's client keeps to itself. */
export const notSent: Answer = { status: 0, body: undefined, problem: 'not_sent' }
