/** What an event of a conversation is stored under: a client that chooses its own keys cannot meet another's. */
export function eventRowKey(conversationId: string, eventKey: string): string {
  return `${conversationId}/${eventKey}`
}
