import type { GuardianDetails, GuardianRequest } from '../../guardian/guardianRequest.ts'
import { type InventoryRow, PROOF } from './row.ts'

const CHECK: InventoryRow = {
  class: 'general',
  purposes: ['proof'],
  basis: 'guardian_check',
  recipients: { record: [] },
  retention: 'guardian_contact',
  mask: 'hidden',
}

/** A child's request for consent: how it stands. The guardian's answers are proof, and stay with the case. */
export const guardianRequestRows = {
  id: CHECK,
  conversationId: CHECK,
  channel: CHECK,
  language: CHECK,
  state: CHECK,
  answers: { ...PROOF, recipients: { record: [] } },
  provedBy: { ...PROOF, recipients: { record: [] } },
  createdAt: CHECK,
  expiresAt: CHECK,
  answeredAt: { ...PROOF, recipients: { record: [] } },
} as const satisfies Record<keyof GuardianRequest, InventoryRow>

/** The guardian's name and contact, which may be had from the child alone (개인정보 보호법 §22의2②). */
export const guardianDetailRows = {
  v: CHECK,
  name: CHECK,
  contact: { ...CHECK, recipients: { record: [], dealer: [], email: [] } },
} as const satisfies Record<keyof GuardianDetails, InventoryRow>
