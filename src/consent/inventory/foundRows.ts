import type { TokenType } from '../vault.ts'
import { CONTACT, type InventoryRow, NEVER } from './row.ts'

const TOKEN: InventoryRow = { ...CONTACT, mask: 'token' }

/** Personal data found in free text: kept as tokens, or removed before the first write. */
export const foundRows = {
  rrn: NEVER,
  foreigner_no: NEVER,
  passport: NEVER,
  driver_license: NEVER,
  card: NEVER,
  account: NEVER,
  other_patient: { ...NEVER, class: 'third_person' },
  phone: TOKEN,
  email: TOKEN,
  address: TOKEN,
  patient_no: TOKEN,
  name: TOKEN,
  staff_name: { ...TOKEN, class: 'third_person' },
  birthdate: TOKEN,
  car_plate: TOKEN,
  number: TOKEN,
} as const satisfies Record<TokenType | NeverKept, InventoryRow>

/** What is removed from words for good. */
type NeverKept = 'rrn' | 'foreigner_no' | 'passport' | 'driver_license' | 'card' | 'account' | 'other_patient'
