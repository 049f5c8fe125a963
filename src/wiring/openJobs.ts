import { join } from 'node:path'

import type { Logger } from 'pino'

import { createAnchorAudit } from '../anchorAudit.ts'
import type { Config } from '../config.ts'
import type { Hospital } from '../hospital/hospital.ts'
import type { SendMail } from '../http/mail.ts'
import { createRetention } from '../retention/createRetention.ts'
import { periodsOf } from '../retention/periods.ts'
import { createRetentionJob } from '../retentionJob.ts'
import { pruneAudit } from '../store/audit/pruneAudit.ts'
import { DESTRUCTIONS_FILE, listDestructions } from '../store/destroy/destructionList.ts'
import { createJobs } from '../store/jobs.ts'
import type { Storage } from './openStorage.ts'

type Parts = {
  readonly config: Config
  readonly hospital: Hospital
  readonly storage: Storage
  readonly sendMail: SendMail | undefined
  readonly now: () => Date
  readonly newId: () => string
  readonly log: Logger
}

/** What comes round by the clock. */
export function openJobs(parts: Parts) {
  return createJobs(
    parts.storage.address,
    [
      { name: 'drop-expired', cron: '*/10 * * * *', run: () => dropExpired(parts) },
      { name: 'retention', cron: '20 4 * * *', run: retentionJob(parts) },
      { name: 'audit-anchor', cron: '10 0 * * *', run: anchorJob(parts) },
      { name: 'audit-prune', cron: '40 3 * * *', run: () => prune(parts) },
    ],
    parts.log,
  )
}

async function dropExpired({ config, storage, now, log }: Parts): Promise<void> {
  const { conversations, guardians, incidents } = storage.stores
  const dropped = await conversations.dropExpired(now())
  await guardians.dropExpired(now())
  await incidents.dropExpired(now())
  if (dropped > 0) log.info({ dropped }, 'unfinished drafts past their time were dropped')
  await listDestructions(storage.database.db, join(config.dataDir, DESTRUCTIONS_FILE), now())
}

function retentionJob({ config, hospital, storage, now, log }: Parts) {
  const { address, stores } = storage
  const periods = periodsOf(hospital.retention)
  const retention = createRetention({ store: stores.retention, transact: stores.transact, periods, now, log })
  return createRetentionJob({ retention, address, dataDir: config.dataDir, now, log })
}

function anchorJob({ config, hospital, storage, sendMail, now, newId, log }: Parts) {
  const { stores, hash: keyedHash } = storage
  const { audit, transact } = stores
  return createAnchorAudit({ hospital, audit, transact, sendMail, keyedHash, dataDir: config.dataDir, now, newId, log })
}

async function prune({ storage, now, log }: Parts): Promise<void> {
  const pruned = await pruneAudit(storage.database.db, now())
  if (pruned > 0) log.info({ pruned }, 'entries of the access log past two years were deleted')
}
