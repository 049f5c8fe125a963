import type { QuestionSpec } from '../question.ts'
import { normalise, readLabel, readYesNo } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/** What is to become of what was asked: a complaint, a question for staff, nothing; `other`: something else was said. */
export type InquiryChoice = 'file' | 'leave' | 'done' | 'other'
const CHOICES: readonly InquiryChoice[] = ['file', 'leave', 'done']

const IS_CONTENT =
  /^(?:네|예|아)?(?:고마워요?|고맙습니다|감사(?:합니다|해요|드려요)|알겠(?:습니다|어요)|알았(?:습니다|어요)|됐(?:습니다|어요)|괜찮(?:습니다|아요)|없(?:습니다|어요)|thanks?(?:you)?|gotit|isee|thatsall)(?:고맙습니다|감사합니다)?$/
const WANTS_TO_FILE =
  /^(?:네|예)?(?:민원(?:으로)?)?(?:접수|신고)(?:해|할|하)\S*$|^(?:please)?file(?:it)?(?:asacomplaint)?$/

/** After an answer that makes no ticket: whether it is to become one. Further questions are simply asked. */
export const inquiryNext: QuestionSpec<InquiryChoice> = {
  id: 'inquiry.next',
  ask: (turn) => ({ text: say(turn)('inquiry.next'), offers: offers(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, offers(turn)) ?? readTyped(turn.reply.text)
    return { ok: true, value: CHOICES.find((known) => known === value) ?? 'other' }
  },
}

function offers(turn: Turn) {
  const t = say(turn)
  return [
    { value: 'file', label: t('inquiry.file') },
    { value: 'leave', label: t('inquiry.leave') },
    { value: 'done', label: t('inquiry.done') },
  ]
}

// A bare yes could mean either offer, and is asked again by name.
function readTyped(text: string): InquiryChoice | undefined {
  const said = normalise(text)
  if (WANTS_TO_FILE.test(said)) return 'file'
  return IS_CONTENT.test(said) || readYesNo(text) === false ? 'done' : undefined
}
