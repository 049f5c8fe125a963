import { INVENTORY, type InventoryRecord } from './inventory.ts'
import type { InventoryRow } from './inventory/row.ts'

/** A record as its person may see it: the fields whose row in the inventory names them, those that are filled. */
export type PersonsCopy = Readonly<Record<string, unknown>>

/** The fields of a record that go into the copy a person gets of their own data (개인정보 보호법 §35). */
export function personFields(record: InventoryRecord): readonly string[] {
  const rows: Readonly<Record<string, InventoryRow>> = INVENTORY[record]
  return Object.entries(rows).flatMap(([field, row]) => (row.recipients.person === undefined ? [] : [field]))
}

/** Picks those fields out of a record. Whatever else it holds stays where it is. */
export function copyForPerson(record: InventoryRecord, value: object): PersonsCopy {
  const fields = personFields(record)
  return Object.fromEntries(
    Object.entries(value).filter(([field, held]) => fields.includes(field) && held !== undefined),
  )
}
