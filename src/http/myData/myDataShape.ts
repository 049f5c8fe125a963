import { z } from 'zod'

import { personFields } from '../../consent/copyForPerson.ts'
import type { InventoryRecord } from '../../consent/inventory.ts'

/** A record of the inventory, with no field but those its person gets. Times are ISO 8601. */
const recordOf = (record: InventoryRecord) => z.partialRecord(z.enum(personFields(record)), z.unknown())

/**
 * A person's own data as a program reads it: what `POST /my-data/:token` with `as=json` answers. Words stand as they were
 * said; the fields of each record are those of `docs/privacy.md`. A new field is no new format; a changed one is.
 */
export const myDataSchema = z.strictObject({
  format: z.literal('sori-my-data/1'),
  madeAt: z.iso.datetime(),
  hospital: z.string(),
  conversation: recordOf('session'),
  /** What was told and not filed yet. */
  draft: recordOf('draft'),
  /** Every answer to a consent notice, in order. */
  consents: z.array(recordOf('receipt')),
  tickets: z.array(
    z.strictObject({
      ticket: recordOf('ticket'),
      content: recordOf('content'),
      /** The photos sent with it; the pictures themselves are not in the copy. */
      photos: z.array(recordOf('photo')),
      /** Its steps, and the text of each answer. Notes of staff to each other are not among them. */
      history: z.array(recordOf('history')),
      /** What was sent to the person about it. */
      deliveries: z.array(recordOf('delivery')),
      /** How long it is kept after it ends; `until` once that is known. */
      kept: z.strictObject({ years: z.int().optional(), days: z.int().optional(), until: z.iso.datetime().nullable() }),
    }),
  ),
  transcript: z.array(z.strictObject({ at: z.iso.datetime(), fromBot: z.boolean(), said: recordOf('activity') })),
})

export type MyData = z.infer<typeof myDataSchema>
