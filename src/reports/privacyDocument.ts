import { INVENTORY } from '../consent/inventory.ts'
import {
  type DataClass,
  type InventoryRow,
  type LawfulBasis,
  type MaskForm,
  type Recipient,
  RECIPIENTS,
} from '../consent/inventory/row.ts'
import { type Period, RETENTION, type RetentionId } from '../retention/retention.ts'

/** A share of a count, with its 95 % interval; from 0 to 1. */
type Share = {
  readonly count: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

type MeasuredLines = {
  readonly lines: number
  readonly flagged: Share
  readonly precision: Share
  readonly recall: Readonly<Record<string, Share>>
}

/** How well personal data is found: in lines that rules were tuned on, in locked ones, and in generated numbers. */
export type MeasuredDetection = {
  readonly tuning: MeasuredLines
  readonly locked: MeasuredLines
  readonly generated: {
    readonly lines: number
    readonly talks: number
    readonly hidden: Share
    readonly hiddenOverMessages: Share
  }
}

const RECORDS: Readonly<Record<keyof typeof INVENTORY, string>> = {
  ticket: 'Ticket: what everyone inside may know of it',
  content: 'Ticket: its words, sealed with a key of its own',
  history: 'Ticket: a line of its history',
  session: 'Conversation: its state between turns, sealed',
  draft: 'Conversation: what was told on the way to a ticket',
  activity: 'Conversation: a line of its transcript, sealed',
  receipt: 'Consent receipt',
  guardianRequest: "Guardian's consent: the request",
  guardianDetails: "Guardian's consent: name and contact, sealed",
  incident: 'Danger somebody told of: tied to nobody',
  incidentContact: 'Danger somebody told of: where they are and how to call them, sealed',
  photo: 'Photo sent with a complaint: its picture sealed with a key of its own, without place, time or camera',
  delivery: 'Delivery: one attempt to tell somebody something',
  audit: 'Access log: one line',
  found: 'Personal data found in free text',
}

const CLASSES: Readonly<Record<DataClass, string>> = {
  none: 'not personal',
  general: 'personal',
  sensitive: 'words; sensitive where they tell of health (§23)',
  unique_id: 'unique identifier, card or account (§24, §24의2)',
  third_person: 'of a third person',
  staff: 'of staff at work',
}

const BASES: Readonly<Record<LawfulBasis, string>> = {
  consent: 'consent (§15①1, §23①1, §28의8①1)',
  guardian_check: 'asking a guardian (§22의2, Enforcement Decree §17의2)',
  vital_interest: 'urgent interest of life and body (§15①5)',
  proof: 'proof of consent (§22③)',
  access_log: 'access log (§29, Enforcement Decree §30)',
  security: 'security of the service (§15①6)',
  not_personal: '–',
  never: 'none: never kept',
}

const MASKS: Readonly<Record<MaskForm, string>> = {
  as_is: 'as it is',
  token: 'as a token; each value with a reason, logged',
  partly: 'cut short; the value with a reason, logged',
  hidden: 'not at all',
  removed: 'removed before the first write',
}

const RECIPIENT_NAMES: Readonly<Record<Recipient, string>> = {
  record: 'record',
  desk: 'desk page',
  person: 'the person',
  slack_domestic: 'Slack in Korea',
  slack_overseas: 'Slack abroad',
  llm_domestic: 'model in Korea',
  llm_overseas: 'model abroad',
  dealer: 'SMS/AlimTalk dealer',
  email: 'e-mail',
  export: 'export',
}

/** The privacy document, in Markdown: the inventory and the periods as they are in the code, and what was measured. */
export function privacyDocument(measured: MeasuredDetection): string {
  return (
    [
      INTRODUCTION,
      ...Object.entries(INVENTORY).map(([record, rows]) =>
        recordSection(RECORDS[record as keyof typeof INVENTORY], rows),
      ),
      retentionSection(),
      detectionSection(measured),
    ].join('\n\n') + '\n'
  )
}

const INTRODUCTION = `# Personal data in Sori

Made by \`npm run docs\` from the inventory in \`src/consent/inventory\`, the periods in \`src/retention\` and a measurement; a test fails when it
differs from them. Articles without a name are those of the Personal Information Protection Act (개인정보 보호법).

How to read it: a field goes to the recipients that are named with it, each only with the consents in brackets; to nobody else. Words that tell of
health need the consent for health data besides (+health), what a child under 14 said needs the guardian's (+guardian). A field of these records that
has no row here does not compile; a payload that was not checked against its row has not the type that can be written or sent.

## Fields`

function recordSection(title: string, rows: Readonly<Record<string, InventoryRow>>): string {
  const groups = Map.groupBy(Object.entries(rows), ([, row]) => JSON.stringify(row))
  const lines = [...groups.values()].map((entries) => {
    const names = entries.map(([name]) => `\`${name}\``).join(', ')
    const row = entries[0]?.[1]
    return row
      ? `| ${names} | ${CLASSES[row.class]} | ${row.purposes.join(', ') || '–'} | ${BASES[row.basis]} | ${recipientsOf(row)} | ${row.retention} | ${MASKS[row.mask]} |`
      : ''
  })
  return [
    `### ${title}`,
    '',
    '| field | what | for | on the ground of | who may get it | kept | shown to staff |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

function recipientsOf(row: InventoryRow): string {
  const named = RECIPIENTS.flatMap((recipient) => {
    const consents = row.recipients[recipient]
    if (!consents) return []
    const extra = consents.length > 0 && row.class === 'sensitive' ? ['+health'] : []
    const all = [...consents, ...extra].join(', ')
    return [all === '' ? RECIPIENT_NAMES[recipient] : `${RECIPIENT_NAMES[recipient]} (${all})`]
  })
  return named.join(' · ') || 'nobody'
}

function retentionSection(): string {
  const ids = Object.keys(RETENTION) as RetentionId[]
  return [
    '## How long',
    '',
    'The longest a hospital may keep it; its own file can shorten cases and contacts.',
    '',
    '| kept | for | from | why |',
    '|---|---|---|---|',
    ...ids.map((id) => {
      const { period, after, why } = RETENTION[id]
      return `| ${id} | ${describePeriod(period)} | ${after.replaceAll('_', ' ')} | ${why} |`
    }),
  ].join('\n')
}

function describePeriod(period: Period): string {
  if (typeof period === 'string') return period.replaceAll('_', ' ')
  return Object.entries(period)
    .map(([unit, count]) => `${count} ${unit}`)
    .join(' ')
}

function detectionSection({ tuning, locked, generated }: MeasuredDetection): string {
  return [
    '## How well personal data is found',
    '',
    `Measured on ${locked.lines} lines that nobody who wrote rules has read, composed for this purpose by one author; the ${tuning.lines} lines that`,
    'rules were tuned on stand beside them. A mark counts as found when at least half of it was found as its type. In brackets: 95 % intervals (Wilson).',
    '',
    '| type | locked lines | tuning lines |',
    '|---|---|---|',
    ...Object.entries(locked.recall).map(([type, share]) => {
      const tuned = tuning.recall[type]
      return `| ${type} | ${describeShare(share)} | ${tuned ? describeShare(tuned) : '–'} |`
    }),
    `| of what was found, right | ${describeShare(locked.precision)} | ${describeShare(tuning.precision)} |`,
    `| clean lines in which something was found | ${describeShare(locked.flagged)} | ${describeShare(tuning.flagged)} |`,
    '',
    `Unique ids, cards and accounts in every disguise we know, generated: in ${describeShare(generated.hidden)} lines not one digit was left to read;`,
    `said over two to four messages: ${describeShare(generated.hiddenOverMessages)}.`,
  ].join('\n')
}

function describeShare({ count, of, share, low, high }: Share): string {
  return `${count} of ${of}: ${percent(share)} (${percent(low)}–${percent(high)})`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
