import type { Kysely } from 'kysely'

import type { AuditEntry } from '../audit/auditEntry.ts'
import type { ConversationTx } from '../conversations/ports.ts'
import { appendAudit } from './audit/appendAudit.ts'
import { createConversationTx } from './conversationTx.ts'
import type { Schema } from './schema.ts'
import { isConflict } from './sqlState.ts'
import type { TxParts } from './ticketTx.ts'

const MAX_RETRIES = 3

type Parts = Omit<TxParts, 'trx' | 'onAudited'> & { readonly db: Kysely<Schema> }

/**
 * Runs work in one transaction. Where it met another (serialization failure, deadlock) all of it is done again, so the
 * work must not change anything outside of the database. `onEnqueued` is called after the commit alone.
 */
export function createTransact({ db, onEnqueued, ...parts }: Parts) {
  async function once<T>(work: (tx: ConversationTx) => Promise<T>): Promise<T> {
    let hasEnqueued = false
    const result = await db.transaction().execute(async (trx) => {
      const audited: AuditEntry[] = []
      const tx = createConversationTx({
        ...parts,
        trx,
        onEnqueued: () => (hasEnqueued = true),
        onAudited: (entry) => audited.push(entry),
      })
      const done = await work(tx)
      // Last of all, so that the lock on the chain is held for a moment and nothing is waited for under it.
      await appendAudit(trx, audited)
      return done
    })
    if (hasEnqueued) onEnqueued()
    return result
  }

  return async function transact<T>(work: (tx: ConversationTx) => Promise<T>): Promise<T> {
    for (let retries = 0; ; retries += 1) {
      try {
        return await once(work)
      } catch (error) {
        if (retries === MAX_RETRIES || !isConflict(error)) throw error
      }
    }
  }
}
