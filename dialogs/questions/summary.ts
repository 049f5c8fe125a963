import { hideInsults } from '../asides/insults.ts'
import type { Part } from '../asides/readCorrection.ts'
import { isNamelessByPraise } from '../namelessPraise.ts'
import { maskPersonalData, maskPhone } from '../../skills/privacy/mask.ts'
import { formatDay, shorten } from '../format.ts'
import { isPraise } from '../isPraise.ts'
import { offersPhotos } from '../photos.ts'
import { SEND_PHOTOS } from './attachments.ts'
import { type QuestionSpec } from '../question.ts'
import { normalise, readLabel, readYesNo } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/** What a person may do with the summary. */
export type SummaryChoice = 'submit' | 'by_name' | 'photos' | keyof typeof EDITS | 'cancel'
/** Choices that ask one part again. */
export const EDITS = {
  edit_story: 'story',
  edit_when: 'when',
  edit_where: 'where',
  edit_wish: 'wish',
  edit_phone: 'phone',
} as const satisfies Record<string, Part>
const CHOICES: readonly SummaryChoice[] = [
  'submit',
  'by_name',
  'photos',
  'edit_story',
  'edit_when',
  'edit_where',
  'edit_wish',
  'edit_phone',
  'cancel',
]
/** "접수해 주세요", "네 맞아요 접수해주세요", "yes submit". */
const WANTS_TO_SUBMIT =
  /^(?:네|예|넵|응)*(?:맞아요|맞습니다|좋아요|좋습니다)?(?:이대로|그대로)?(?:접수|제출)|^(?:yes|ok)?(?:please)?(?:submit|file)/
/** Whoever writes more than this says something besides that it may be filed. */
const SUBMIT_MAX_CHARS = 14
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
  const words = (text = '', maxChars: number) =>
    shorten(hideInsults(draft.anonymous ? maskPersonalData(text) : text), maxChars)
  return [
    t('summary.title'),
    ...line('story', words(draft.story, STORY_MAX_CHARS)),
    ...line('when', describeWhen(turn)),
    ...line('where', words(draft.where, PART_MAX_CHARS)),
    ...line('wish', words(draft.wish, PART_MAX_CHARS)),
    ...line('phone', draft.phone && maskPhone(draft.phone)),
    ...(draft.photos ? [t('photos.summary', { count: draft.photos.length })] : []),
    ...(draft.anonymous ? [t(isNamelessByPraise(turn) ? 'praise.nameless' : 'summary.anonymous')] : []),
  ].join('\n')
}

/** The day as people say it, with the words that said it; undefined where none is known. */
export function describeWhen(turn: Turn): string | undefined {
  const { when } = turn.draft
  if (when === undefined || when === 'unknown') return undefined
  return `${formatDay(turn.session.language, new Date(`${when.date}T12:00:00+09:00`), turn.ports.now())} (${when.text})`
}

function offers(turn: Turn) {
  const t = say(turn)
  const { draft } = turn
  return [
    { value: 'submit', label: t('summary.submit') },
    ...(isNamelessByPraise(turn) ? [{ value: 'by_name', label: t('praise.byName') }] : []),
    ...(offersPhotos(turn) ? [{ value: SEND_PHOTOS, label: t('photos.offer') }] : []),
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
  const isShort = text.trim().length <= SUBMIT_MAX_CHARS
  if (answer === true || (isShort && WANTS_TO_SUBMIT.test(normalise(text)))) return 'submit'
  return undefined
}
