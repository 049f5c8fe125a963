import type { Kysely } from 'kysely'

import type { DeskAccess, DeskPass } from '../tickets/deskAccess.ts'
import type { Schema } from './schema.ts'

const SESSION_LIFE_MS = 12 * 60 * 60_000

/** Keeps the desk's sign-ins in PostgreSQL. Each use is one conditional statement, so that two at once are not both right. */
export function createDeskAccess(db: Kysely<Schema>): DeskAccess {
  return {
    async createLink({ tokenHash, slackUserId, ticketNumber, expiresAt }) {
      await db
        .insertInto('desk_links')
        .values({ ...passRow(tokenHash, { slackUserId, ticketNumber }), expires_at: expiresAt, redeemed_at: null })
        .execute()
    },

    async redeemLink(tokenHash, now) {
      const row = await db
        .updateTable('desk_links')
        .set({ redeemed_at: now })
        .where('token_hash', '=', tokenHash)
        .where('redeemed_at', 'is', null)
        .where('expires_at', '>', now)
        .returning(['slack_user_id', 'ticket_number'])
        .executeTakeFirst()
      return row && toPass(row)
    },

    async openSession({ tokenHash, slackUserId, ticketNumber }, now) {
      await db
        .insertInto('desk_sessions')
        .values({ ...passRow(tokenHash, { slackUserId, ticketNumber }), last_seen_at: now, created_at: now })
        .execute()
    },

    async touchSession(tokenHash, now, idleMs) {
      const row = await db
        .updateTable('desk_sessions')
        .set({ last_seen_at: now })
        .where('token_hash', '=', tokenHash)
        .where('last_seen_at', '>', new Date(now.getTime() - idleMs))
        .where('created_at', '>', new Date(now.getTime() - SESSION_LIFE_MS))
        .returning(['slack_user_id', 'ticket_number'])
        .executeTakeFirst()
      return row && toPass(row)
    },

    async closeSession(tokenHash) {
      await db.deleteFrom('desk_sessions').where('token_hash', '=', tokenHash).execute()
    },
  }
}

/** Deletes links and sessions that can no longer sign anybody in. */
export async function dropExpiredAccess(db: Kysely<Schema>, now: Date): Promise<void> {
  await db.deleteFrom('desk_links').where('expires_at', '<=', now).execute()
  await db
    .deleteFrom('desk_sessions')
    .where('created_at', '<=', new Date(now.getTime() - SESSION_LIFE_MS))
    .execute()
}

const passRow = (tokenHash: string, { slackUserId, ticketNumber }: DeskPass) => ({
  token_hash: tokenHash,
  slack_user_id: slackUserId,
  ticket_number: ticketNumber ?? null,
})

const toPass = (row: { slack_user_id: string; ticket_number: string | null }): DeskPass => ({
  slackUserId: row.slack_user_id,
  ticketNumber: row.ticket_number ?? undefined,
})
