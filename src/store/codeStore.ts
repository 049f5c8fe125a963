import { type Kysely, sql } from 'kysely'

import type { CodeStore } from '../codes/oneTimeCodes.ts'
import type { Schema } from './schema.ts'

const MAX_TRIES = 5

/** Keeps one-time codes in PostgreSQL. */
export function createCodeStore(db: Kysely<Schema>): CodeStore {
  return {
    async saveCode(subjectHash, codeHash, expiresAt) {
      const fresh = { code_hash: codeHash, expires_at: expiresAt, tries: 0 }
      await db
        .insertInto('one_time_codes')
        .values({ subject_hash: subjectHash, ...fresh })
        .onConflict((conflict) => conflict.column('subject_hash').doUpdateSet(fresh))
        .execute()
    },

    async tryCode(subjectHash, codeHash, now) {
      // Compared and counted in one statement: many guesses sent at once are still only five. A right one uses up all.
      const row = await db
        .updateTable('one_time_codes')
        .set({ tries: sql<number>`case when code_hash = ${codeHash} then ${MAX_TRIES}::int else tries + 1 end` })
        .where('subject_hash', '=', subjectHash)
        .where('tries', '<', MAX_TRIES)
        .where('expires_at', '>', now)
        .returning(sql<boolean>`code_hash = ${codeHash}`.as('is_right'))
        .executeTakeFirst()
      return row?.is_right === true
    },
  }
}

/** Deletes codes that are past their time. */
export async function dropExpiredCodes(db: Kysely<Schema>, now: Date): Promise<void> {
  await db.deleteFrom('one_time_codes').where('expires_at', '<=', now).execute()
}
