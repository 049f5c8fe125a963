import type { Kysely } from 'kysely'

import { appendAudit } from '../audit/appendAudit.ts'
import type { AuditEntry } from '../../audit/auditEntry.ts'
import type { DataKeys } from '../dataKeys.ts'
import type { DestructionLine } from '../destroy/destructionList.ts'
import type { Schema } from '../schema.ts'
import type { BackupKind } from './backupFormat.ts'
import { readBackup } from './readBackup.ts'
import { replayDestructions } from './replayDestructions.ts'

type RestoreOptions = {
  readonly paths: readonly string[]
  /** What was destroyed, from the list outside the database. */
  readonly destructions: readonly DestructionLine[]
  readonly keys: DataKeys
  readonly newId: () => string
  readonly now: Date
}

/** What a restore did: rows per file, and how many destructions it had to repeat. */
export type Restored = {
  readonly files: readonly { readonly kind: BackupKind; readonly rows: number }[]
  readonly destroyed: number
}

/**
 * Puts files of a backup back into an empty database and destroys again what was destroyed since, in one transaction:
 * nobody ever sees the one without the other.
 *
 * @throws {StoreError} `backup_unfit`
 */
export async function restoreBackup(db: Kysely<Schema>, options: RestoreOptions): Promise<Restored> {
  const { paths, destructions, keys, newId, now } = options
  return db.transaction().execute(async (trx) => {
    const files: { kind: BackupKind; rows: number }[] = []
    for (const path of paths) files.push(await readBackup(trx, path))
    const audited: AuditEntry[] = []
    const parts = {
      trx,
      keys,
      newId,
      now: () => now,
      onEnqueued: () => undefined,
      onAudited: (entry: AuditEntry) => audited.push(entry),
    }
    const destroyed = await replayDestructions(parts, destructions)
    await appendAudit(trx, audited)
    // The list beside this database may be another one: all of it is written there.
    await trx.updateTable('destructions').set({ listed_at: null }).execute()
    return { files, destroyed }
  })
}
