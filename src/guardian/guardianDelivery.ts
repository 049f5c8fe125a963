import type { NewDelivery } from '../delivery/delivery.ts'

/** Carries the link to the guardian; names the request, never the contact. */
export function guardianDelivery(requestId: string, newId: () => string): NewDelivery {
  return {
    id: newId(),
    kind: 'guardian_link',
    ticketId: undefined,
    destination: requestId,
    orderKey: `guardian:${requestId}`,
    priority: 1,
    payload: {},
  }
}
