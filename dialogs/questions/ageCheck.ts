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
    const value = choice ?? readLabel(turn.reply.text, offers(turn)) ?? readTypedAge(turn.reply.heard)
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

/** Whoever writes more than this tells something else, in which a mother or an adult may well occur. */
const AGE_MAX_CHARS = 20

/** What a short reply says of somebody's age; undefined when it says nothing of it. */
export function readTypedAge(text: string): Age | undefined {
  const said = normalise(text)
  if (said.length > AGE_MAX_CHARS) return undefined
  if (/보호자|엄마|아빠|부모|guardian|parent/.test(said)) return 'guardian'
  if (/(?:아니라|아니고|말고|대신)(?:제|저희|우리)?(?:어머|아버|할머|할아|남편|아내|아들|딸|아이)/.test(said))
    return 'guardian'
  if (/미만(?:이|은)?아니|notunder/.test(said)) return 'adult'
  if (/미만|초등|중1|under/.test(said)) return 'child'
  if (/이상(?:이|은)?아니|안넘/.test(said)) return 'child'
  if (/이상|넘었|넘어|성인|어른|어르신|노인|adult|older|over14/.test(said)) return 'adult'
  if (/스물|서른|마흔|쉰|예순|일흔|여든|아흔|[이삼사오육칠팔구]십/.test(said)) return 'adult'
  const years = /^(?:저는|나는|난|전|제나이는|올해|만|iam|im)*(\d{1,3})(?:살|세|yearsold)?[가-힣]{0,5}$/.exec(said)?.[1]
  if (years !== undefined) return Number(years) >= 14 ? 'adult' : 'child'
  const answer = readYesNo(text)
  return answer === undefined ? undefined : answer ? 'adult' : 'child'
}
