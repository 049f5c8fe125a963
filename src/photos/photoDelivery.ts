import type { NewDelivery } from '../delivery/delivery.ts'

/** Has a photo fetched before its address runs out; names the photo, never where it lies. */
export function photoDelivery(photoId: string, newId: () => string): NewDelivery {
  return {
    id: newId(),
    kind: 'photo_fetch',
    ticketId: undefined,
    destination: photoId,
    orderKey: `photo:${photoId}`,
    priority: 1,
    payload: {},
  }
}
