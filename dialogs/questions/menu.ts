import { tellsAStory } from '../absorb.ts'
import { isSecretAlone } from '../filing.ts'
import { type QuestionSpec } from '../question.ts'
import { normalise, readLabel } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/** What a person wants of us; `story`: they simply began to tell. */
export type MenuChoice = 'complaint' | 'praise' | 'status' | 'resume' | 'story'

/** A wish to complain or to praise that tells nothing yet: the story still has to be asked. */
const WANTS_TO_PRAISE =
  /^(?:안녕하세요)?(?:칭찬|건의|제안|감사인사|감사의?말)[가-힣]{0,12}$|^(?:hello|hi)?(?:iwant|iwouldlike|idlike|ihave|cani|canyou)?(?:to)?(?:give|make|leave|send|take)?(?:an?|some)?(?:praise|compliment|suggestion|idea)s?$/
const WANTS_TO_COMPLAIN =
  /^(?:안녕하세요)?(?:민원|불만|불편|항의|컴플레인|신고|문의|상담|의견)[가-힣]{0,12}$|^(?:hello|hi)?(?:iwant|iwouldlike|idlike|ihave|cani|howcani|howdoi)?(?:to)?(?:file|make|submit|leave|give)?(?:an?|some|my)?(?:complain|complaint|feedback|problem)s?$/
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
    const value = choice ?? readLabel(turn.reply.text, everyOffer(turn)) ?? readTyped(turn.reply.text)
    const chosen = MENU_CHOICES.find((known) => known === value)
    if (chosen) return { ok: true, value: isOpen(turn, chosen) ? chosen : 'complaint' }
    return tellsAStory(turn) ? { ok: true, value: 'story' } : { ok: false, problem: 'menu.retry' }
  },
}

const MENU_CHOICES: readonly MenuChoice[] = ['complaint', 'praise', 'status', 'resume']

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
  ]
}

function readTyped(text: string): MenuChoice | undefined {
  const said = normalise(text)
  if (NUMBER.test(text) || isSecretAlone(text) || WANTS_PROGRESS.test(said)) return 'status'
  if (WANTS_TO_PRAISE.test(said)) return 'praise'
  return WANTS_TO_COMPLAIN.test(said) ? 'complaint' : undefined
}
