import type { RetentionId } from '../../retention/retention.ts'
import type { ConsentPurpose } from '../consent.ts'

/**
 * `none`: says nothing about a person · `general` · `sensitive`: words that may tell of health (개인정보 보호법 §23)
 * · `unique_id`: numbers no consent opens here (§24, §24의2; cards and accounts are treated alike) · `third_person` ·
 * `staff`: about members of staff at work.
 */
export type DataClass = 'none' | 'general' | 'sensitive' | 'unique_id' | 'third_person' | 'staff'

/**
 * Whoever may get data. `record`: PostgreSQL, sealed · `desk`: staff on the hospital's own page · `dealer`: the sender of
 * SMS and AlimTalk · `person`: the one who wrote, in the conversation they wrote in.
 */
export const RECIPIENTS = [
  'record',
  'desk',
  'person',
  'slack_domestic',
  'slack_overseas',
  'llm_domestic',
  'llm_overseas',
  'dealer',
  'email',
  'export',
] as const
export type Recipient = (typeof RECIPIENTS)[number]

/** What the data serves. */
type DataPurpose = 'intake' | 'answer' | 'notice' | 'proof' | 'safety' | 'security' | 'operation'

/** What allows keeping it, where that is not the consent named with the recipient. */
export type LawfulBasis =
  'consent' | 'guardian_check' | 'vital_interest' | 'proof' | 'access_log' | 'security' | 'not_personal' | 'never'

/** How somebody who may see it sees it at first; `token`: as `[이름1]`, its value one at a time and with a reason. */
export type MaskForm = 'as_is' | 'token' | 'partly' | 'hidden' | 'removed'

/** What is known about one field. */
export type InventoryRow = {
  readonly class: DataClass
  readonly purposes: readonly DataPurpose[]
  readonly basis: LawfulBasis
  /**
   * For every recipient that may have it, the consents needed. A recipient that is not named never gets it. Words that tell
   * of health need `health` besides, and those of a child `guardian`: `uncovered` adds them.
   */
  readonly recipients: Readonly<Partial<Record<Recipient, readonly ConsentPurpose[]>>>
  readonly retention: RetentionId
  readonly mask: MaskForm
}

const INSIDE = { record: ['collect'], desk: ['collect'], person: ['collect'], export: ['collect'] } as const

/** The words of a person, and what is drawn from them word by word. */
export const WORDS: InventoryRow = {
  class: 'sensitive',
  purposes: ['intake', 'answer'],
  basis: 'consent',
  recipients: { ...INSIDE, llm_domestic: ['collect'], llm_overseas: ['collect', 'overseas'] },
  retention: 'case',
  mask: 'token',
}

/** How to reach a person, or what to call them. */
export const CONTACT: InventoryRow = {
  class: 'general',
  purposes: ['answer'],
  basis: 'consent',
  recipients: INSIDE,
  retention: 'case',
  mask: 'partly',
}

/** What staff see of a ticket at a glance. Abroad it needs the consent for that: a department's name can tell enough. */
export const TRIAGE: InventoryRow = {
  class: 'general',
  purposes: ['intake', 'answer'],
  basis: 'consent',
  recipients: {
    record: [],
    desk: [],
    person: [],
    export: [],
    slack_domestic: ['collect'],
    slack_overseas: ['collect', 'overseas'],
    llm_domestic: [],
    llm_overseas: ['collect', 'overseas'],
  },
  retention: 'ledger',
  mask: 'as_is',
}

/** Numbers, states and times that say nothing about anybody. */
export const TECHNICAL: InventoryRow = {
  class: 'none',
  purposes: ['operation'],
  basis: 'not_personal',
  recipients: {
    record: [],
    desk: [],
    person: [],
    export: [],
    slack_domestic: [],
    slack_overseas: [],
    dealer: [],
    email: [],
  },
  retention: 'ledger',
  mask: 'as_is',
}

/** What ties a record to a conversation or a person, and is shown to nobody. */
export const LINK: InventoryRow = {
  class: 'general',
  purposes: ['answer'],
  basis: 'consent',
  recipients: { record: ['collect'] },
  retention: 'case',
  mask: 'hidden',
}

/** What staff write: it may say anything about the person. Through Slack only with the consent that covers it. */
export const STAFF_WORDS: InventoryRow = {
  class: 'sensitive',
  purposes: ['answer'],
  basis: 'consent',
  recipients: {
    record: [],
    desk: [],
    person: ['collect'],
    export: [],
    slack_domestic: ['collect'],
    slack_overseas: ['collect', 'overseas'],
    llm_domestic: ['collect'],
    llm_overseas: ['collect', 'overseas'],
  },
  retention: 'case',
  mask: 'as_is',
}

/** Who of the staff did something. */
export const STAFF: InventoryRow = {
  class: 'staff',
  purposes: ['security', 'answer'],
  basis: 'access_log',
  recipients: { record: [], desk: [], export: [], slack_domestic: [], slack_overseas: [] },
  retention: 'case',
  mask: 'as_is',
}

/** Proof of an answer to a notice. */
export const PROOF: InventoryRow = {
  class: 'general',
  purposes: ['proof'],
  basis: 'proof',
  recipients: { record: [], desk: [], person: [], export: [] },
  retention: 'receipt',
  mask: 'as_is',
}

/** Numbers that are removed before the first write, whatever was agreed to. */
export const NEVER: InventoryRow = {
  class: 'unique_id',
  purposes: [],
  basis: 'never',
  recipients: {},
  retention: 'never',
  mask: 'removed',
}
