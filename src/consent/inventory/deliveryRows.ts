import type { DeliverySight } from '../../tickets/ports.ts'
import { type InventoryRow, TECHNICAL } from './row.ts'

const SENT: InventoryRow = { ...TECHNICAL, retention: 'delivery_log' }

/** One attempt to tell somebody something. */
export const deliveryRows = {
  kind: SENT,
  state: SENT,
  at: SENT,
  errorCode: { ...SENT, recipients: { record: [], desk: [] } },
} as const satisfies Record<keyof DeliverySight, InventoryRow>
