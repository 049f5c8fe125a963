import type { ConversationStore } from '../conversations/ports.ts'
import type { OutboxStore } from '../delivery/ports.ts'
import type { CodeStore } from '../codes/oneTimeCodes.ts'
import type { GuardianStore } from '../guardian/ports.ts'
import type { DeskAccess } from '../tickets/deskAccess.ts'
import type { TicketReader, Transact } from '../tickets/ports.ts'
import { type AuditStore, createAuditStore } from './audit/auditStore.ts'
import { createCodeStore } from './codeStore.ts'
import { createConversationStore } from './conversationStore.ts'
import type { Database } from './database.ts'
import { createDataKeys } from './dataKeys.ts'
import { createDeskAccess } from './deskAccess.ts'
import type { Envelope } from './encryption/envelope.ts'
import { createGuardianStore } from './guardianStore.ts'
import type { IncidentStore } from '../incidents/ports.ts'
import { createIncidentStore } from './incidentStore.ts'
import type { PhotoStore } from '../photos/ports.ts'
import { createPhotoStore } from './photoStore.ts'
import { createOutboxStore } from './outboxStore.ts'
import type { RetentionStore } from '../retention/ports.ts'
import { createRetentionStore } from './retentionStore.ts'
import { createTicketReader } from './ticketReader.ts'
import { createTransact } from './transact.ts'

/** All that is kept for good. */
export type Stores = {
  readonly conversations: ConversationStore
  readonly tickets: TicketReader
  readonly outbox: OutboxStore
  readonly transact: Transact
  readonly deskAccess: DeskAccess
  readonly retention: RetentionStore
  readonly audit: AuditStore
  readonly codes: CodeStore
  readonly guardians: GuardianStore
  readonly incidents: IncidentStore
  readonly photos: PhotoStore
}

type StoresDependencies = {
  readonly database: Pick<Database, 'db'>
  readonly envelope: Envelope
  readonly now: () => Date
  /** Makes UUIDs, for rows that get no id from outside. */
  readonly newId: () => string
  /** Called after a commit that left something to send, so that a worker can be woken. Must not throw. */
  readonly onEnqueued: () => void
}

/** Builds the stores over one database. */
export function createStores({ database: { db }, envelope, now, newId, onEnqueued }: StoresDependencies): Stores {
  const keys = createDataKeys({ envelope, newId })
  const transact = createTransact({ db, keys, now, newId, onEnqueued })
  return {
    conversations: createConversationStore({ db, keys, transact, onEnqueued }),
    tickets: createTicketReader({ db, keys }),
    outbox: createOutboxStore({ db, onEnqueued }),
    transact,
    deskAccess: createDeskAccess(db),
    retention: createRetentionStore(db),
    audit: createAuditStore(db),
    codes: createCodeStore(db),
    guardians: createGuardianStore({ db, keys }),
    incidents: createIncidentStore({ db, keys }),
    photos: createPhotoStore({ db, keys }),
  }
}
