import { z } from 'zod'

/** What each kind of file holds. The keyring is apart, so that destroying a key is final once its own short window has passed. */
export const BACKUP_TABLES = {
  record: [
    'tickets',
    'conversations',
    'activities',
    'inbound_events',
    'receipts',
    'ticket_history',
    'outbox',
    'slack_cards',
    'destructions',
    'guardian_requests',
    'incidents',
    'attachments',
    'audit_segments',
    'audit',
  ],
  keyring: ['keyring.data_keys'],
} as const

export type BackupKind = keyof typeof BACKUP_TABLES

/** The first line of a file. */
export const headerSchema = z.object({
  format: z.literal('sori-backup'),
  version: z.literal(1),
  kind: z.enum(['record', 'keyring']),
  /** Newest migration of the database it was taken from. */
  migration: z.string(),
  takenAt: z.iso.datetime(),
})

/** Every line after the first: rows of one table, as PostgreSQL writes them in JSON. */
export const rowsSchema = z.object({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })

export type BackupHeader = z.infer<typeof headerSchema>
