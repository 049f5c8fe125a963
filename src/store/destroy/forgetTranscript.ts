import { type Kysely, type RawBuilder, sql } from 'kysely'

import { vaultOf } from '../../consent/vault.ts'
import type { Session } from '../../conversations/session.ts'
import type { DataKeys } from '../dataKeys.ts'
import { openJson, sealJson } from '../sealedJson.ts'
import { placeOf } from '../sealedPlaces.ts'
import type { Schema } from '../schema.ts'
import { sessionColumns } from '../sessionColumns.ts'
import { type StoredActivities, storedActivities } from '../storedActivities.ts'
import { destroyKeys } from './destructionRows.ts'
import type { LockedConversation } from './lockConversation.ts'

type Parts = { readonly trx: Kysely<Schema>; readonly keys: DataKeys }

type Forgetting = {
  /** The session as it shall be from now on; its vault keeps what the remaining words and the draft hold. */
  readonly session: Session
  /** Which activities stay, besides answers to tickets that are still there. */
  readonly keeps: RawBuilder<boolean>
  readonly at: Date
}

/** Keeps what was said up to the turn that filed the conversation's last ticket. */
export const untilLastFiling = (conversationId: string): RawBuilder<boolean> => sql<boolean>`
  a.at <= (select min(filed.at) from activities filed
    where filed.conversation_id = ${conversationId}
      and filed.at >= (select max(t.created_at) from tickets t where t.conversation_id = ${conversationId}))`

/**
 * Takes words out of a conversation that goes on. What stays is sealed with a new key and the old one destroyed, so that
 * what was taken out cannot be read from a backup either. Answers to tickets that are there stay: they may be unread.
 */
export async function forgetTranscript(
  { trx, keys }: Parts,
  conversation: LockedConversation,
  { session, keeps, at }: Forgetting,
): Promise<{ readonly activities: number; readonly events: number }> {
  const { id, key_id } = conversation
  const before = keys.open(conversation)
  const kept = (await readKept(trx, id, keeps)).map((row) => ({
    ...row,
    body: openJson(before, row.body, placeOf.activity(id, row.sequence), storedActivities),
  }))
  const dropped = await dropTranscript(trx, id)
  const made = keys.make()
  await keys.keep(trx, made, at)
  if (kept.length > 0) {
    const rows = kept.map((row) => ({ ...row, body: sealJson(made.key, row.body, placeOf.activity(id, row.sequence)) }))
    await trx.insertInto('activities').values(rows).execute()
  }
  const vault = vaultOf(session.vault, [JSON.stringify(session.draft), ...kept.flatMap(({ body }) => textsOf(body))])
  await trx
    .updateTable('conversations')
    .set({ key_id: made.id, version: session.version, ...sessionColumns(made.key, { ...session, vault }) })
    .where('id', '=', id)
    .execute()
  await destroyKeys(trx, [key_id])
  return { activities: dropped.activities - kept.length, events: dropped.events }
}

/** Deletes a transcript and the memory of its events. */
export async function dropTranscript(trx: Kysely<Schema>, conversationId: string) {
  const activities = await trx.deleteFrom('activities').where('conversation_id', '=', conversationId).executeTakeFirst()
  const events = await trx.deleteFrom('inbound_events').where('conversation_id', '=', conversationId).executeTakeFirst()
  return { activities: Number(activities.numDeletedRows), events: Number(events.numDeletedRows) }
}

async function readKept(trx: Kysely<Schema>, conversationId: string, keeps: RawBuilder<boolean>) {
  const isAnswer = sql<boolean>`a.delivery_id in (select o.id from outbox o join tickets t on t.id = o.ticket_id
    where t.conversation_id = ${conversationId})`
  return trx
    .selectFrom('activities as a')
    .selectAll('a')
    .where('a.conversation_id', '=', conversationId)
    .where((row) => row.or([isAnswer, keeps]))
    .orderBy('a.sequence')
    .execute()
}

const textsOf = ({ bodies }: StoredActivities): readonly (string | undefined)[] => bodies.map(({ text }) => text)
