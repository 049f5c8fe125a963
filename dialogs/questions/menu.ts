import type { MessageKey } from '../../locales/locales.ts'
import { tellsAStory } from '../absorb.ts'
import { isSecretAlone } from '../filing.ts'
import { type QuestionSpec } from '../question.ts'
import { normalise, readLabel } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/** What a person wants of us; `story`: they simply began to tell. */
export type MenuChoice = 'complaint' | 'praise' | 'status' | 'rights' | 'resume' | 'story'

/** A wish to complain or to praise that tells nothing yet: the story still has to be asked. */
const WANTS_TO_COMPLAIN = wishFor(
  '민원|불만|불편|항의|컴플레인|신고|문의|상담|의견',
  'complain|complaint|feedback|problem',
)
const WANTS_TO_PRAISE = wishFor('칭찬|건의|제안|감사인사', 'praise|compliment|suggestion|idea')
const WISH_MAX_CHARS = 30

/** A ticket number, mistyped or not. */
const NUMBER = /\bV\s?\d{2}\s?-?\s?[0-9A-Z]{6,8}\b/i
const WANTS_PROGRESS =
  /^(?:제|내)?(?:민원|접수)?(?:진행|처리)(?:상황|현황|상태|결과|확인)[가-힣]{0,8}$|^(?:howismycomplaint|statusofmycomplaint|whatisthestatus)/

/** The first question, and the one everything comes back to. */
export const menu: QuestionSpec<MenuChoice> = {
  id: 'menu',
  ask: (turn) => ({
    text: say(turn)('menu.ask'),
    offers: everyOffer(turn).filter((offer) => isOpen(turn, offer.value)),
  }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, everyOffer(turn)) ?? readTyped(turn.reply.heard)
    const chosen = MENU_CHOICES.find((known) => known === value)
    if (chosen) return { ok: true, value: chosen }
    return tellsAStory(turn) && !isLateAnswer(turn)
      ? { ok: true, value: 'story' }
      : { ok: false, problem: 'menu.retry' }
  },
}

const MENU_CHOICES: readonly MenuChoice[] = ['complaint', 'praise', 'status', 'rights', 'resume']

/** Answers to questions that are gone, typed out: they tell nothing. */
const LATE_ANSWERS = [
  'summary.submit',
  'age.adult',
  'age.child',
  'age.guardian',
  'anonymous.yes',
  'anonymous.no',
  'choice.agree',
  'choice.disagree',
  'choice.skip',
  'choice.unknown',
  'inquiry.file',
  'inquiry.leave',
  'praise.byName',
] as const satisfies readonly MessageKey[]

function isLateAnswer(turn: Turn): boolean {
  const t = say(turn)
  const labels = LATE_ANSWERS.map((value) => ({ value, label: t(value) }))
  return readLabel(turn.reply.text, labels) !== undefined
}

// There is nothing to go on with before something was told.
function isOpen(turn: Turn, choice: string): boolean {
  return choice !== 'resume' || turn.draft.story !== undefined
}

function everyOffer(turn: Turn) {
  const t = say(turn)
  return [
    { value: 'resume', label: t('menu.resume') },
    { value: 'complaint', label: t('menu.complaint') },
    { value: 'status', label: t('menu.status') },
    { value: 'praise', label: t('menu.praise') },
    { value: 'rights', label: t('menu.rights') },
  ]
}

function readTyped(text: string): MenuChoice | undefined {
  const said = normalise(text)
  if (NUMBER.test(text) || isSecretAlone(text) || WANTS_PROGRESS.test(said)) return 'status'
  if (said.length > WISH_MAX_CHARS) return undefined
  if (WANTS_TO_PRAISE.test(said)) return 'praise'
  return WANTS_TO_COMPLAIN.test(said) ? 'complaint' : undefined
}

// "민원 접수하고 싶어요", "불만이 있습니다", "I want to file a complaint" – but no word that says what happened.
function wishFor(korean: string, english: string): RegExp {
  const verbs =
    '을|를|이|가|은|는|도|좀|하나|한가지|거|것|사항|접수|신청|제기|넣|남기|남길|쓰|적|말씀|말|얘기|이야기|드리|드릴|하|할|해|있|부탁'
  const endings =
    '고싶[가-힣]{1,4}|려고[가-힣]{0,4}|러왔[가-힣]{2,3}|게요|려요|립니다|드립니다|드려요|어요|습니다|는데요|합니다|해요|주세요|받아주세요|되나요|하나요|가능한가요|어떻게하나요|어떻게해요'
  const start = 'iwant|iwouldlike|idlike|ihave|cani|howcani|howdoi'
  return new RegExp(
    `^(?:안녕하세요)?(?:${korean})(?:${verbs})*(?:${endings})?$|` +
      `^(?:hello|hi)?(?:${start})?(?:to)?(?:file|make|submit|leave|give|send)?(?:an?|some|my)?(?:${english})s?$`,
  )
}
