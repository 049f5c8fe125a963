import type { Kysely } from 'kysely'
import { z } from 'zod'

import type { GuardianDetails, NewGuardianRequest } from '../guardian/guardianRequest.ts'
import type { GuardianTx } from '../guardian/ports.ts'
import type { DataKeys } from './dataKeys.ts'
import type { Schema } from './schema.ts'
import { sealJson, type StoredShape } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'

/** A guardian's name and contact, as stored. */
export const storedDetails: StoredShape<GuardianDetails> = {
  schema: z.strictObject({
    v: z.literal(1),
    name: z.string().optional(),
    contact: z.strictObject({ kind: z.enum(['phone', 'email']), value: z.string() }),
  } satisfies Record<keyof GuardianDetails, z.ZodType>),
  code: 'stored_guardian_invalid',
}

/** Requests inside a transaction. */
export function createGuardianTx({ trx, keys }: { readonly trx: Kysely<Schema>; readonly keys: DataKeys }): GuardianTx {
  return {
    async insertGuardianRequest({ details, ...request }) {
      await deleteRequests(trx, 'conversation_id', request.conversationId)
      const made = keys.make()
      await keys.keep(trx, made, request.createdAt)
      const sealed = sealJson(made.key, details, placeOf.guardian(request.id))
      await trx
        .insertInto('guardian_requests')
        .values({ ...toRow(request), key_id: made.id, details: sealed })
        .execute()
    },

    async deleteGuardianRequest(id) {
      await deleteRequests(trx, 'id', id)
    },
  }
}

/** Deletes requests with their keys. */
export async function deleteRequests(
  trx: Kysely<Schema>,
  column: 'id' | 'conversation_id',
  value: string,
): Promise<void> {
  const dropped = await trx.deleteFrom('guardian_requests').where(column, '=', value).returning('key_id').execute()
  await deleteKeys(
    trx,
    dropped.map(({ key_id }) => key_id),
  )
}

/** Deletes the keys that are there; what they sealed cannot be read again. */
export async function deleteKeys(trx: Kysely<Schema>, keyIds: readonly (string | null)[]): Promise<void> {
  const ids = keyIds.filter((id) => id !== null)
  if (ids.length > 0) await trx.deleteFrom('keyring.data_keys').where('id', 'in', ids).execute()
}

const toRow = (request: Omit<NewGuardianRequest, 'details'>) => ({
  id: request.id,
  token_hash: request.tokenHash,
  conversation_id: request.conversationId,
  channel: request.channel,
  language: request.language,
  state: 'waiting' as const,
  answers: null,
  proved_by: null,
  created_at: request.createdAt,
  expires_at: request.expiresAt,
  answered_at: null,
})
