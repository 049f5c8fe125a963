import type { NewPhoto, Photo } from '../../photos/photo.ts'
import { type InventoryRow, LINK, TECHNICAL, WORDS } from './row.ts'

const SHEET: InventoryRow = { ...TECHNICAL, recipients: { record: [], desk: [], person: [] }, retention: 'case' }
/** Where a photo lies until it was fetched, minutes later. */
const WAITING: InventoryRow = { ...LINK, retention: 'draft' }

/** A photo sent with a complaint. Slack, models and exports never get one. */
export const photoRows = {
  id: SHEET,
  state: SHEET,
  mediaType: SHEET,
  sizeBytes: SHEET,
  problem: SHEET,
  createdAt: SHEET,
  conversationId: WAITING,
  urls: WAITING,
  expiresAt: { ...SHEET, recipients: { record: [] } },
  image: { ...WORDS, recipients: { record: ['collect'], desk: ['collect'] }, mask: 'hidden' },
} as const satisfies Record<keyof Photo | keyof NewPhoto | 'image', InventoryRow>
