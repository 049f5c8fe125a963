import type { Kysely } from 'kysely'
import { z } from 'zod'

import type { IncidentContact } from '../incidents/incident.ts'
import type { IncidentTx } from '../incidents/ports.ts'
import type { DataKeys } from './dataKeys.ts'
import { deleteKeys } from './guardianTx.ts'
import type { Schema } from './schema.ts'
import { sealJson, type StoredShape } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'

/** Where somebody is and how to call them, as stored. */
export const storedIncidentContact: StoredShape<IncidentContact> = {
  schema: z.strictObject({
    v: z.literal(1),
    place: z.string().optional(),
    phone: z.string().optional(),
  } satisfies Record<keyof IncidentContact, z.ZodType>),
  code: 'stored_incident_invalid',
}

/** Incidents inside a transaction. */
export function createIncidentTx({ trx, keys }: { readonly trx: Kysely<Schema>; readonly keys: DataKeys }): IncidentTx {
  return {
    async insertIncident({ number, crisis, channel, language, at, follows }) {
      await trx
        .insertInto('incidents')
        .values({ number, crisis, channel, language, at, follows: follows ?? null })
        .execute()
    },

    async keepIncidentContact(number, contact, at) {
      const row = await trx
        .selectFrom('incidents')
        .select('key_id')
        .where('number', '=', number)
        .forUpdate()
        .executeTakeFirst()
      if (!row) return false
      const made = keys.make()
      await keys.keep(trx, made, at)
      const sealed = sealJson(made.key, contact, placeOf.incidentContact(number))
      await trx
        .updateTable('incidents')
        .set({ key_id: made.id, contact: sealed, contact_at: at })
        .where('number', '=', number)
        .execute()
      await deleteKeys(trx, [row.key_id])
      return true
    },

    async linkIncident(number, ticketNumber) {
      await trx
        .updateTable('incidents')
        .set({ ticket_number: ticketNumber })
        .where('number', '=', number)
        .where('ticket_number', 'is', null)
        .execute()
    },
  }
}
