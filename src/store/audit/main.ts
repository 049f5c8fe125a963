import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { sql } from 'kysely'

import { ANCHORS_FILE } from '../../audit/anchor.ts'
import { readConfig } from '../../config.ts'
import type { Database } from '../database.ts'
import { createLookupHash } from '../encryption/lookupHash.ts'
import { readKeys } from '../encryption/readKeys.ts'
import { withDatabase } from '../withDatabase.ts'
import { checkAnchors } from './checkAnchors.ts'
import { describeFlaw } from './describeFlaw.ts'
import { verifyAudit } from './verifyAudit.ts'

const USAGE = `npm run -s audit:verify [-- [--anchors FILE] [--anchor LINE]]
  --anchors FILE  anchors kept outside the database (default: ${ANCHORS_FILE} under DATA_DIR)
  --anchor LINE   an anchor pasted from a mail or a Slack message`

/** `npm run audit:verify`: 0 when the access log is in order, 1 with the first entry that does not fit. */
async function main(): Promise<void> {
  const given = readArguments()
  const config = readConfig(process.env)
  const anchors = checkAnchors(
    await readTexts(given, config.dataDir),
    createLookupHash((await readKeys(config)).lookup),
  )
  if (!anchors.ok) return fail(anchors.problem)
  await withDatabase(config, async ({ db }) => {
    if (!(await hasAuditLog(db))) return fail('This database has no access log yet: the product has never run on it.')
    const verdict = await verifyAudit(db, new Date(), anchors.anchors)
    if (!verdict.ok) return fail(`The access log does not fit: ${describeFlaw(verdict.flaw)}`)
    const { head, segments, pruned } = verdict
    console.log(`The access log is in order: ${head.count} entries in ${segments} months (${pruned} pruned).`)
    console.log(`It fits ${anchors.anchors.length} anchors. Its end: ${head.hash}`)
    if (anchors.anchors.length === 0) console.log('Without an anchor, a log rebuilt from scratch is not noticed.')
  })
}

async function hasAuditLog(db: Database['db']): Promise<boolean> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass('audit_segments') as found`.execute(db)
  return rows[0]?.found != null
}

type Given = { readonly file: string | undefined; readonly lines: readonly string[] }

function readArguments(): Given {
  try {
    const options = { anchors: { type: 'string' }, anchor: { type: 'string', multiple: true } } as const
    const { values } = parseArgs({ options })
    return { file: values.anchors, lines: values.anchor ?? [] }
  } catch {
    throw new Error(USAGE)
  }
}

async function readTexts({ file, lines }: Given, dataDir: string): Promise<readonly string[]> {
  if (file !== undefined) return [await readFile(file, 'utf8'), ...lines]
  const kept = await readFile(join(dataDir, ANCHORS_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return [kept, ...lines]
}

function fail(problem: string): void {
  console.error(problem)
  process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'It did not work.')
  process.exit(1)
})
