import type { AuditEntry } from '../../audit/auditEntry.ts'
import type { ConsentReceipt } from '../consent.ts'
import { type InventoryRow, PROOF, STAFF } from './row.ts'

/** Proof of one answer to one notice. */
export const receiptRows = {
  id: PROOF,
  purpose: PROOF,
  granted: PROOF,
  noticeVersion: PROOF,
  noticeHash: PROOF,
  language: PROOF,
  actor: PROOF,
  channel: PROOF,
  shownAs: PROOF,
  answeredAt: PROOF,
} as const satisfies Record<keyof ConsentReceipt, InventoryRow>

const LOGGED: InventoryRow = {
  ...STAFF,
  purposes: ['security'],
  recipients: { record: [], desk: [], export: [] },
  retention: 'access_log',
}

/** One line of the access log. */
export const auditRows = {
  at: LOGGED,
  who: LOGGED,
  surface: LOGGED,
  address: LOGGED,
  ticketId: LOGGED,
  ticketNumber: LOGGED,
  action: LOGGED,
  field: LOGGED,
  reason: LOGGED,
} as const satisfies Record<keyof AuditEntry, InventoryRow>
