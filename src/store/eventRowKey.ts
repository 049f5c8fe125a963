import { createHash } from 'node:crypto'

/**
 * What an event of a conversation is stored under. A client that chooses its own keys cannot meet another's, and what
 * it puts into one does not lie in the table as it was.
 */
export function eventRowKey(conversationId: string, eventKey: string): string {
  return createHash('sha256').update(`${conversationId}/${eventKey}`).digest('base64url')
}
