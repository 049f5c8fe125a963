import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { type Config, readConfig } from '../../config.ts'
import type { Database } from '../database.ts'
import { createDataKeys } from '../dataKeys.ts'
import {
  type DestructionLine,
  DESTRUCTIONS_FILE,
  listDestructions,
  readDestructions,
} from '../destroy/destructionList.ts'
import { createEnvelope } from '../encryption/envelope.ts'
import { readKeys } from '../encryption/readKeys.ts'
import { migrate } from '../migrate.ts'
import { withDatabase } from '../withDatabase.ts'
import { pruneKeyrings } from './pruneKeyrings.ts'
import { restoreBackup } from './restoreBackup.ts'
import { writeBackup } from './writeBackup.ts'

const USAGE = `npm run backup -- FOLDER [KEYRING_FOLDER]
npm run restore -- [--destructions FILE]… FILE [FILE]
  FILE            the record, the keyring, or both; into an empty database
  --destructions  what was destroyed and must not come back (default: ${DESTRUCTIONS_FILE} under DATA_DIR);
                  "none" where nothing was destroyed since the backup was taken`

const NOTHING_DESTROYED = 'none'

/** `npm run backup` and `npm run restore`. A backup may be taken while the product runs. */
async function main(command: string | undefined, args: readonly string[]): Promise<void> {
  const { paths, lists } = readArguments(args)
  const config = readConfig(process.env)
  if (command === 'backup' && paths[0] !== undefined && paths.length <= 2 && lists.length === 0) {
    const folders = { record: paths[0], keyring: paths[1] ?? paths[0] }
    return withDatabase(config, async (database) => backup(database, folders, config))
  }
  if (command === 'restore' && paths.length > 0) {
    const destructions = await readLists(lists, config)
    return withDatabase(config, async (database) => restore(database, paths, destructions, config))
  }
  throw new Error(USAGE)
}

async function backup(
  { db, pool }: Database,
  folders: { readonly record: string; readonly keyring: string },
  { dataDir, KEYRING_BACKUP_DAYS }: Config,
): Promise<void> {
  await migrate(db)
  const now = new Date()
  await listDestructions(db, join(dataDir, DESTRUCTIONS_FILE), now)
  const written = await writeBackup(pool, folders, now)
  console.log(`record:  ${written.record}\nkeyring: ${written.keyring}`)
  const pruned = await pruneKeyrings(folders.keyring, KEYRING_BACKUP_DAYS, now)
  console.log(`${pruned.length} keyrings older than ${KEYRING_BACKUP_DAYS} days were deleted.`)
  console.log(
    `Keep the keyring apart from the record, for no longer, and a copy of ${join(dataDir, DESTRUCTIONS_FILE)}.`,
  )
}

async function restore(
  { db }: Database,
  paths: readonly string[],
  destructions: readonly DestructionLine[],
  config: Config,
): Promise<void> {
  await migrate(db)
  const keys = createDataKeys({ envelope: createEnvelope((await readKeys(config)).master), newId: randomUUID })
  const now = new Date()
  const { files, destroyed } = await restoreBackup(db, { paths, destructions, keys, newId: randomUUID, now })
  for (const { kind, rows } of files) console.log(`${kind}: ${rows} rows restored`)
  console.log(`${destroyed} destructions since then were repeated.`)
}

async function readLists(lists: readonly string[], { dataDir }: Config): Promise<readonly DestructionLine[]> {
  if (lists.includes(NOTHING_DESTROYED)) return []
  const kept = join(dataDir, DESTRUCTIONS_FILE)
  const isKept = await access(kept).then(
    () => true,
    () => false,
  )
  const files = lists.length > 0 ? lists : isKept ? [kept] : []
  if (files.length === 0) throw new Error(`There is no list of what was destroyed at ${kept}.\n${USAGE}`)
  const read = await Promise.all(files.map(async (file) => readDestructions(file)))
  return read.flat().sort((one, other) => one.at.getTime() - other.at.getTime())
}

function readArguments(args: readonly string[]): { paths: readonly string[]; lists: readonly string[] } {
  try {
    const options = { destructions: { type: 'string', multiple: true } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { paths: positionals, lists: values.destructions ?? [] }
  } catch {
    throw new Error(USAGE)
  }
}

main(process.argv[2], process.argv.slice(3)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'It did not work.')
  process.exit(1)
})
