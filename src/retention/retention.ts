/** How long something is kept. */
export type Period =
  | { readonly minutes: number }
  | { readonly hours: number }
  | { readonly days: number }
  | { readonly years: number }
  /** No longer than what it belongs to. */
  | 'with_case'
  /** Says nothing about anybody, so that no end is needed. */
  | 'unlimited'
  /** Never written down at all. */
  | 'never_kept'

/** What starts the clock. `closing` is when a case ended: closed, or answered and left at that. */
type Start = 'closing' | 'answer' | 'last_turn' | 'creation' | 'sending'

/** One item's period, what it runs from, and why it is that long. */
export type RetentionRow = { readonly period: Period; readonly after: Start; readonly why: string }

/**
 * How long each kind of data is kept at most (개인정보 보호법 §21①). What was promised in the consent notices is an upper
 * bound: a hospital can shorten `case`, `grave_case` and the contacts in its file, and lengthen nothing.
 */
export const RETENTION = {
  case: {
    period: { years: 3 },
    after: 'closing',
    why: 'claims in tort lapse three years after they are known (민법 §766①)',
  },
  grave_case: {
    period: { years: 10 },
    after: 'closing',
    why: 'suspected medical accident, violence, abuse, sexual harassment: claims lapse after ten years (민법 §766②)',
  },
  inquiry: { period: { days: 30 }, after: 'closing', why: 'an answered question has served its purpose' },
  praise_contact: {
    period: { days: 90 },
    after: 'answer',
    why: 'praise and suggestions need nobody to reach once answered',
  },
  notice_contact: {
    period: { days: 90 },
    after: 'closing',
    why: 'a contact given for notices alone has none left to get',
  },
  conversation: {
    period: 'with_case',
    after: 'closing',
    why: 'the words and the address that lead to a case go with it',
  },
  receipt: { period: 'with_case', after: 'closing', why: 'proves the consents of its case; what stays names nobody' },
  draft: { period: { hours: 24 }, after: 'last_turn', why: 'nothing was filed, so there is no purpose' },
  hold: { period: { minutes: 30 }, after: 'last_turn', why: 'nothing was agreed to; memory only' },
  guardian_contact: { period: { days: 5 }, after: 'creation', why: 'silence is no consent (개인정보 보호법 §22의2)' },
  incident_contact: {
    period: { days: 3 },
    after: 'creation',
    why: 'where somebody in danger is serves until they are safe (개인정보 보호법 §15①5)',
  },
  delivery_log: { period: { days: 90 }, after: 'sending', why: 'disputes about what was sent' },
  event: { period: { hours: 24 }, after: 'creation', why: 'no channel repeats an event later' },
  access_log: { period: { years: 2 }, after: 'creation', why: 'sensitive data is handled (안전성 확보조치 기준 §8①)' },
  ledger: { period: 'unlimited', after: 'creation', why: 'number, type, category, department and dates name nobody' },
  never: {
    period: 'never_kept',
    after: 'creation',
    why: 'no consent opens these numbers here (개인정보 보호법 §24, §24의2)',
  },
} as const satisfies Readonly<Record<string, RetentionRow>>

/** What a period is looked up by. */
export type RetentionId = keyof typeof RETENTION
