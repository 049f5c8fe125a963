import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { type Config, readConfig } from '../../config.ts'
import { readHospitalFile } from '../../hospital/readHospitalFile.ts'
import { createRetention, type DueTicket, type Retention } from '../../retention/createRetention.ts'
import { periodsOf } from '../../retention/periods.ts'
import { createStores } from '../createStores.ts'
import type { Database } from '../database.ts'
import { createEnvelope } from '../encryption/envelope.ts'
import { readKeys } from '../encryption/readKeys.ts'
import { migrate } from '../migrate.ts'
import { withDatabase } from '../withDatabase.ts'
import { DESTRUCTIONS_FILE, listDestructions } from './destructionList.ts'
import { shredKeys } from './shredKeys.ts'

const USAGE = `npm run retention -- [--dry-run]
  destroys what has been kept long enough, as the product does every night
  --dry-run  says what that would be, and why; changes nothing`

/** `npm run retention`: may be run beside the product. */
async function main(): Promise<void> {
  const isDryRun = readArguments()
  const config = readConfig(process.env)
  await withDatabase(config, async (database) => {
    await migrate(database.db)
    const retention = await openRetention(database, config)
    await (isDryRun ? show(retention) : destroy(retention, database, config))
  })
}

async function openRetention(database: Database, config: Config): Promise<Retention> {
  const now = (): Date => new Date()
  const { retention: store, transact } = createStores({
    database,
    envelope: createEnvelope((await readKeys(config)).master),
    now,
    newId: randomUUID,
    // The product finds what is to be sent by itself.
    onEnqueued: () => undefined,
  })
  const periods = periodsOf(readHospitalFile(config.HOSPITAL_FILE).retention)
  const log = { error: (fields: object, message: string) => console.error(message, JSON.stringify(fields)) }
  return createRetention({ store, transact, periods, now, log })
}

async function show(retention: Retention): Promise<void> {
  let count = 0
  for await (const found of retention.listDue()) {
    console.log(describe(found))
    count += 1
  }
  console.log(`${count} tickets are due, and ${await retention.countDueDeliveries()} lines of the delivery log.`)
}

async function destroy(retention: Retention, { db }: Database, { dataDir }: Config): Promise<void> {
  const { tickets, contacts, deliveries, failed } = await retention.destroyDue('operator')
  await listDestructions(db, join(dataDir, DESTRUCTIONS_FILE), new Date())
  await shredKeys(db)
  console.log(`Destroyed: ${tickets} tickets, ${contacts} contacts, ${deliveries} lines of the delivery log.`)
  if (failed === 0) return
  console.error(`${failed} tickets could not be destroyed; see above.`)
  process.exitCode = 1
}

function describe({ ticket, due }: DueTicket): string {
  const { number, type, category, department } = ticket
  const what = due.what === 'ticket' ? 'ticket ' : 'contact'
  return `${number}  ${what}  ${due.rule}, due since ${due.since.toISOString().slice(0, 10)}  (${type}, ${category}, ${department})`
}

function readArguments(): boolean {
  try {
    return parseArgs({ options: { 'dry-run': { type: 'boolean' } } }).values['dry-run'] === true
  } catch {
    throw new Error(USAGE)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'It did not work.')
  process.exit(1)
})
