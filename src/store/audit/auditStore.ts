import type { Kysely } from 'kysely'

import type { AuditHead, AuditLine, AuditLog, AuditReader } from '../../audit/ports.ts'
import type { Schema } from '../schema.ts'
import { appendAudit } from './appendAudit.ts'
import { GENESIS_HASH } from './auditChain.ts'

const LINES_AT_ONCE = 1_000

export type AuditStore = AuditLog & AuditReader & { findHead(): Promise<AuditHead> }

/** The access log in PostgreSQL. */
export function createAuditStore(db: Kysely<Schema>): AuditStore {
  return {
    async append(...entries) {
      await db.transaction().execute((trx) => appendAudit(trx, entries))
    },

    async *readMonth(month) {
      for (let after = 0; ;) {
        const lines = await linesAfter(db, month, after)
        yield* lines
        const last = lines.at(-1)
        if (!last || lines.length < LINES_AT_ONCE) return
        after = last.sequence
      }
    },

    async listMonths() {
      const rows = await db.selectFrom('audit').select('segment').distinct().orderBy('segment', 'desc').execute()
      return rows.map(({ segment }) => segment)
    },

    async listReviews() {
      const query = db.selectFrom('audit').select(['who', 'at', 'field']).where('action', '=', 'reviewed')
      const rows = await query.orderBy('sequence').execute()
      return rows.map(({ who, at, field }) => ({ who, at, field: field ?? undefined }))
    },

    async findHead() {
      const last = await db
        .selectFrom('audit')
        .select(['sequence', 'hash'])
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst()
      const { sequence, hash } = last ?? { sequence: 0, hash: GENESIS_HASH }
      return { count: sequence, hash: hash.toString('hex') }
    },
  }
}

async function linesAfter(db: Kysely<Schema>, month: string, after: number): Promise<readonly AuditLine[]> {
  const rows = await db
    .selectFrom('audit as a')
    .leftJoin('tickets as t', 't.id', 'a.ticket_id')
    .selectAll('a')
    .select('t.desk_department')
    .where('a.segment', '=', month)
    .where('a.sequence', '>', after)
    .orderBy('a.sequence')
    .limit(LINES_AT_ONCE)
    .execute()
  return rows.map(toLine)
}

type LineRow = {
  readonly [Field in 'address' | 'ticket_id' | 'ticket_number' | 'field' | 'reason' | 'desk_department']: string | null
} & Pick<AuditLine, 'sequence' | 'at' | 'who' | 'surface' | 'action'>

function toLine(row: LineRow): AuditLine {
  const { sequence, at, who, surface, action } = row
  return {
    sequence,
    at,
    who,
    surface,
    action,
    address: row.address ?? undefined,
    ticketId: row.ticket_id ?? undefined,
    ticketNumber: row.ticket_number ?? undefined,
    field: row.field ?? undefined,
    reason: row.reason ?? undefined,
    department: row.desk_department ?? undefined,
  }
}
