import type { Kysely, Selectable } from 'kysely'

import type { GuardianRequest } from '../guardian/guardianRequest.ts'
import type { GuardianAnswer, GuardianStore } from '../guardian/ports.ts'
import type { DataKeys } from './dataKeys.ts'
import { deleteKeys, storedDetails } from './guardianTx.ts'
import { insertReceipts } from './receiptRows.ts'
import type { GuardianRequestsTable, Schema } from './schema.ts'
import { openJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'

type Parts = { readonly db: Kysely<Schema>; readonly keys: DataKeys }

/** Requests for a guardian's consent in PostgreSQL. */
export function createGuardianStore({ db, keys }: Parts): GuardianStore {
  const alive = (now: Date) => db.selectFrom('guardian_requests').selectAll().where('expires_at', '>', now)

  return {
    async findByToken(tokenHash, now) {
      const row = await alive(now).where('token_hash', '=', tokenHash).executeTakeFirst()
      return row && toRequest(row)
    },

    async findById(requestId, now) {
      const row = await alive(now).where('id', '=', requestId).executeTakeFirst()
      return row && toRequest(row)
    },

    async findByConversation(conversationId, now) {
      const row = await alive(now).where('conversation_id', '=', conversationId).executeTakeFirst()
      return row && toRequest(row)
    },

    async findDetails(requestId, now) {
      const row = await db
        .selectFrom('guardian_requests as g')
        .innerJoin('keyring.data_keys as k', 'k.id', 'g.key_id')
        .select(['g.details', 'k.id as key_id', 'k.wrapped', 'k.master_key_id'])
        .where('g.id', '=', requestId)
        .where((row) => row.or([row('g.state', '=', 'agreed'), row('g.expires_at', '>', now)]))
        .executeTakeFirst()
      if (!row?.details) return undefined
      return openJson(keys.open(row), row.details, placeOf.guardian(requestId), storedDetails)
    },

    answer: (answer) => db.transaction().execute((trx) => writeAnswer(trx, answer)),

    dropExpired: (now) => db.transaction().execute((trx) => dropExpired(trx, now)),
  }
}

async function writeAnswer(
  trx: Kysely<Schema>,
  { requestId, answers, provedBy, receipts, at }: GuardianAnswer,
): Promise<boolean> {
  const row = await trx
    .selectFrom('guardian_requests')
    .select(['conversation_id', 'key_id'])
    .where('id', '=', requestId)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', at)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return false
  const { collect: isAgreed } = answers
  await trx
    .updateTable('guardian_requests')
    .set({
      state: isAgreed ? 'agreed' : 'refused',
      answers: JSON.stringify(answers),
      proved_by: provedBy,
      answered_at: at,
      ...(isAgreed ? {} : { details: null, key_id: null }),
    })
    .where('id', '=', requestId)
    .execute()
  if (!isAgreed) await deleteKeys(trx, [row.key_id])
  await insertReceipts(trx, receipts, isAgreed ? row.conversation_id : undefined)
  return true
}

async function dropExpired(trx: Kysely<Schema>, now: Date): Promise<number> {
  const dropped = await trx
    .deleteFrom('guardian_requests as g')
    .where('g.expires_at', '<=', now)
    .where((row) =>
      row.or([
        row('g.state', '!=', 'agreed'),
        row.not(
          row.exists(row.selectFrom('conversations as c').select('c.id').whereRef('c.id', '=', 'g.conversation_id')),
        ),
      ]),
    )
    .returning('g.key_id')
    .execute()
  await deleteKeys(
    trx,
    dropped.map(({ key_id }) => key_id),
  )
  return dropped.length
}

function toRequest(row: Selectable<GuardianRequestsTable>): GuardianRequest {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    channel: row.channel,
    language: row.language,
    state: row.state,
    answers: row.answers ?? undefined,
    provedBy: row.proved_by ?? undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at ?? undefined,
  }
}
