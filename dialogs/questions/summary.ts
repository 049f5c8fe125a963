import { maskPersonalData, maskPhone } from '../../skills/privacy/mask.ts'
import { formatDay, shorten } from '../format.ts'
import { isPraise } from '../isPraise.ts'
import { type QuestionSpec } from '../question.ts'
import { readLabel, readYesNo } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/** What a person may do with the summary. */
export type SummaryChoice = 'submit' | 'edit_story' | 'edit_when' | 'edit_where' | 'edit_wish' | 'edit_phone' | 'cancel'
const CHOICES: readonly SummaryChoice[] = [
  'submit',
  'edit_story',
  'edit_when',
  'edit_where',
  'edit_wish',
  'edit_phone',
  'cancel',
]
const STORY_MAX_CHARS = 180
const PART_MAX_CHARS = 60

/**
 * Shows what will be filed. Binding: only a tap on the newest summary files. Its nonce begins with the number it would
 * file under, so that a doubled tap is told the number again; see `numberOf`.
 */
export const summary: QuestionSpec<SummaryChoice> = {
  id: 'confirm.summary',
  isBinding: true,
  nonce: (turn) => `${turn.draft.filing?.number ?? ''}.${turn.ports.newId()}`,
  ask: (turn) => ({ text: describe(turn), offers: offers(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, offers(turn)) ?? readTyped(turn.reply.text)
    const chosen = CHOICES.find((known) => known === value)
    return chosen ? { ok: true, value: chosen } : { ok: false, problem: 'summary.retry' }
  },
}

/** The number a tapped summary would have filed under. */
export function numberOf(nonce: string | undefined): string | undefined {
  return nonce?.split('.')[0]
}

function describe(turn: Turn): string {
  const t = say(turn)
  const { draft } = turn
  const line = (key: 'story' | 'when' | 'where' | 'wish' | 'phone', value: string | undefined): string[] =>
    value ? [t(`summary.${key}`, { value })] : []
  // Without a name what is shown is what will be kept: masked.
  const words = (text = '', maxChars: number) => shorten(draft.anonymous ? maskPersonalData(text) : text, maxChars)
  return [
    t('summary.title'),
    ...line('story', words(draft.story, STORY_MAX_CHARS)),
    ...line('when', describeWhen(turn)),
    ...line('where', words(draft.where, PART_MAX_CHARS)),
    ...line('wish', words(draft.wish, PART_MAX_CHARS)),
    ...line('phone', draft.phone && maskPhone(draft.phone)),
    ...(draft.anonymous ? [t('summary.anonymous')] : []),
  ].join('\n')
}

function describeWhen(turn: Turn): string | undefined {
  const { when } = turn.draft
  if (when === undefined || when === 'unknown') return undefined
  return `${formatDay(turn.session.language, new Date(`${when.date}T12:00:00+09:00`), turn.ports.now())} (${when.text})`
}

function offers(turn: Turn) {
  const t = say(turn)
  const { draft } = turn
  return [
    { value: 'submit', label: t('summary.submit') },
    { value: 'edit_story', label: t('summary.editStory') },
    ...(isPraise(turn) ? [] : [{ value: 'edit_when', label: t('summary.editWhen') }]),
    { value: 'edit_where', label: t('summary.editWhere') },
    { value: 'edit_wish', label: t('summary.editWish') },
    ...(draft.phone !== undefined ? [{ value: 'edit_phone', label: t('summary.editPhone') }] : []),
    { value: 'cancel', label: t('summary.cancel') },
  ]
}

function readTyped(text: string): SummaryChoice | undefined {
  const answer = readYesNo(text)
  if (answer === true || /^(접수|제출|submit|file)/i.test(text.trim())) return 'submit'
  return undefined
}
