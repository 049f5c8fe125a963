import type { RetentionId } from './retention.ts'

/** Why something is destroyed: a period that has ended, or the person's own word (개인정보 보호법 §36①, §37①). */
export type DestructionRule = RetentionId | 'deletion_request' | 'consent_withdrawn'

/**
 * Who has it destroyed: the daily job, an operator at a shell, the person concerned, the privacy officer for them, or a
 * restore, which destroys again what was destroyed after the backup was taken.
 */
export const DESTRUCTION_ACTORS = ['job', 'operator', 'person', 'officer', 'restore'] as const
export type DestructionActor = (typeof DESTRUCTION_ACTORS)[number]

/** An order to destroy; all of it goes into the destruction record and the access log. */
export type DestructionOrder = {
  readonly rule: DestructionRule
  readonly at: Date
} & (
  | { readonly by: Exclude<DestructionActor, 'officer'> }
  | { readonly by: 'officer'; readonly officer: { readonly slackUserId: string; readonly address: string | undefined } }
)

/** What of a ticket's contact goes: `notices` what the words do not need (phone, hours), `all` whoever wrote them. */
export type ContactScope = 'notices' | 'all'

/**
 * What the destruction record can tell of: all of a ticket; who wrote it (`contact`) or what notices went to
 * (`notice_contact`); all of a conversation, or the transcript of one that goes on; lines of the delivery log.
 */
export const DESTROYED_KINDS = ['ticket', 'contact', 'notice_contact', 'conversation', 'transcript', 'log'] as const
export type DestroyedKind = (typeof DESTROYED_KINDS)[number]
