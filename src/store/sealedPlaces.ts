/**
 * Where each sealed value lives. The place is authenticated with the value, so that one copied to another row or
 * column does not open; every place is therefore unlike every other.
 */
export const placeOf = {
  session: (conversationId: string) => `conversations.state:${conversationId}`,
  activity: (conversationId: string, sequence: number) => `activities.body:${conversationId}:${sequence}`,
  replies: (eventKey: string) => `inbound_events.replies:${eventKey}`,
  content: (ticketId: string) => `tickets.content:${ticketId}`,
  draft: (ticketId: string) => `tickets.draft:${ticketId}`,
  incidentContact: (number: string) => `incidents.contact:${number}`,
  photoSource: (photoId: string) => `attachments.source:${photoId}`,
  photo: (photoId: string) => `attachments.image:${photoId}`,
  guardian: (requestId: string) => `guardian_requests.details:${requestId}`,
  historyText: (entryId: string) => `ticket_history.text:${entryId}`,
} as const
