import { activityRows, draftRows, sessionRows } from './inventory/conversationRows.ts'
import { deliveryRows } from './inventory/deliveryRows.ts'
import { foundRows } from './inventory/foundRows.ts'
import { auditRows, receiptRows } from './inventory/proofRows.ts'
import { guardianDetailRows, guardianRequestRows } from './inventory/guardianRows.ts'
import { incidentContactRows, incidentRows } from './inventory/incidentRows.ts'
import { photoRows } from './inventory/photoRows.ts'
import type { InventoryRow } from './inventory/row.ts'
import { contentRows, historyRows, ticketRows } from './inventory/ticketRows.ts'

/**
 * Every field that anything we keep may hold, by record: what kind of data it is, what it is for, who may get it with which
 * consents, how long it is kept, and how it is shown. A field of these records without a row does not compile.
 */
export const INVENTORY = {
  ticket: ticketRows,
  content: contentRows,
  history: historyRows,
  session: sessionRows,
  draft: draftRows,
  activity: activityRows,
  receipt: receiptRows,
  guardianRequest: guardianRequestRows,
  guardianDetails: guardianDetailRows,
  incident: incidentRows,
  incidentContact: incidentContactRows,
  photo: photoRows,
  delivery: deliveryRows,
  audit: auditRows,
  found: foundRows,
} as const satisfies Record<string, Readonly<Record<string, InventoryRow>>>

type Inventory = typeof INVENTORY
export type InventoryRecord = keyof Inventory

/** Names one field, such as `content.story`. */
export type InventoryField = {
  [R in InventoryRecord]: `${R}.${keyof Inventory[R] & string}`
}[InventoryRecord]

/** The row of a field. */
export function inventoryRow(field: InventoryField): InventoryRow {
  const [record = '', name = ''] = field.split('.')
  const records: Readonly<Record<string, Readonly<Record<string, InventoryRow>>>> = INVENTORY
  const row = records[record]?.[name]
  if (!row) throw new Error(`The inventory has no row for ${field}.`)
  return row
}

/** The fields of a record that a value of it fills; absent and empty ones say nothing. */
export function filledFields<R extends InventoryRecord>(
  record: R,
  value: Readonly<Partial<Record<keyof Inventory[R], unknown>>>,
): readonly InventoryField[] {
  return Object.entries(value)
    .filter(([, held]) => held !== undefined && held !== '' && !(Array.isArray(held) && held.length === 0))
    .map(([name]) => `${record}.${name}` as InventoryField)
}
