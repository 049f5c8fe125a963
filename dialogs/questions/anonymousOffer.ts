import { type QuestionSpec } from '../question.ts'
import { readLabel, readYesNo } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/** Consent was refused: file without personal data? Binding, so that a doubled "no" is not a second answer. */
export const anonymousOffer: QuestionSpec<boolean> = {
  id: 'anonymous.offer',
  isBinding: true,
  ask: (turn) => ({ text: say(turn)('anonymous.offer'), offers: offers(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, offers(turn))
    const accepts = value === undefined ? readYesNo(turn.reply.text) : value === 'yes'
    return accepts === undefined ? { ok: false, problem: 'anonymous.retry' } : { ok: true, value: accepts }
  },
}

function offers(turn: Turn) {
  const t = say(turn)
  return [
    { value: 'yes', label: t('anonymous.yes') },
    { value: 'no', label: t('anonymous.no') },
  ]
}
