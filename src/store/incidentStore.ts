import type { Kysely, Selectable } from 'kysely'

import type { Incident, IncidentLine } from '../incidents/incident.ts'
import type { IncidentStore } from '../incidents/ports.ts'
import { startBefore } from '../retention/periods.ts'
import { RETENTION } from '../retention/retention.ts'
import type { DataKeys } from './dataKeys.ts'
import { deleteKeys } from './guardianTx.ts'
import { storedIncidentContact } from './incidentTx.ts'
import type { IncidentsTable, Schema } from './schema.ts'
import { openJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'

type Parts = { readonly db: Kysely<Schema>; readonly keys: DataKeys }

/** Dangers people told of, in PostgreSQL. */
export function createIncidentStore({ db, keys }: Parts): IncidentStore {
  return {
    async listIncidents(since, limit) {
      const rows = await db
        .selectFrom('incidents')
        .selectAll()
        .where('at', '>=', since)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toLine)
    },

    async findIncident(number) {
      const row = await db.selectFrom('incidents').selectAll().where('number', '=', number).executeTakeFirst()
      return row && toIncident(row)
    },

    async readIncidentContact(number) {
      const row = await db
        .selectFrom('incidents as i')
        .innerJoin('keyring.data_keys as k', 'k.id', 'i.key_id')
        .select(['i.contact', 'k.id as key_id', 'k.wrapped', 'k.master_key_id'])
        .where('i.number', '=', number)
        .executeTakeFirst()
      if (!row?.contact) return undefined
      return openJson(keys.open(row), row.contact, placeOf.incidentContact(number), storedIncidentContact)
    },

    async openIncident(number, slackUserId, at) {
      await db
        .updateTable('incidents')
        .set({ opened_by: slackUserId, opened_at: at })
        .where('number', '=', number)
        .where('opened_by', 'is', null)
        .execute()
    },

    dropExpired: (now) => db.transaction().execute((trx) => dropExpired(trx, now)),
  }
}

async function dropExpired(trx: Kysely<Schema>, now: Date): Promise<number> {
  const due = await trx
    .selectFrom('incidents')
    .select(['number', 'key_id'])
    .where('contact', 'is not', null)
    .where('contact_at', '<=', startBefore(now, RETENTION.incident_contact.period))
    .forUpdate()
    .execute()
  if (due.length === 0) return 0
  const numbers = due.map(({ number }) => number)
  await trx.updateTable('incidents').set({ key_id: null, contact: null }).where('number', 'in', numbers).execute()
  await deleteKeys(
    trx,
    due.map(({ key_id }) => key_id),
  )
  return due.length
}

type Row = Selectable<IncidentsTable>

function toLine({ number, at, opened_by, opened_at }: Row): IncidentLine {
  return { number, at, openedBy: opened_by ?? undefined, openedAt: opened_at ?? undefined }
}

function toIncident(row: Row): Incident {
  const { crisis, channel, language, follows, ticket_number } = row
  return {
    ...toLine(row),
    crisis,
    channel,
    language,
    follows: follows ?? undefined,
    ticketNumber: ticket_number ?? undefined,
    contactState: contactStateOf(row),
  }
}

function contactStateOf({ contact, contact_at }: Row): Incident['contactState'] {
  if (contact) return 'given'
  return contact_at ? 'destroyed' : 'none'
}
