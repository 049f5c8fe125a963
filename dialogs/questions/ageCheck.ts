import { type QuestionSpec } from '../question.ts'
import { normalise, readLabel, readYesNo } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

type Age = 'adult' | 'child' | 'guardian'
const AGES: readonly Age[] = ['adult', 'child', 'guardian']

/** Whether the person may consent for themselves (개인정보 보호법 §22의2). No birth date is asked. */
export const ageCheck: QuestionSpec<Age> = {
  id: 'age.check',
  ask: (turn) => ({ text: say(turn)('age.ask'), offers: offers(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, offers(turn)) ?? readTyped(turn.reply.text)
    const age = AGES.find((known) => known === value)
    return age ? { ok: true, value: age } : { ok: false, problem: 'age.retry' }
  },
}

function offers(turn: Turn) {
  const t = say(turn)
  return [
    { value: 'adult', label: t('age.adult') },
    { value: 'child', label: t('age.child') },
    { value: 'guardian', label: t('age.guardian') },
  ]
}

function readTyped(text: string): Age | undefined {
  const said = normalise(text)
  if (/보호자|엄마|아빠|부모|guardian|parent/.test(said)) return 'guardian'
  if (/미만|초등|중1|under/.test(said)) return 'child'
  if (/이상|성인|어른|adult|older/.test(said)) return 'adult'
  const years = /^(?:만)?(\d{1,3})(?:살|세)?(?:이?에요|입니다|예요)?$/.exec(said)?.[1]
  if (years !== undefined) return Number(years) >= 14 ? 'adult' : 'child'
  const answer = readYesNo(text)
  return answer === undefined ? undefined : answer ? 'adult' : 'child'
}
