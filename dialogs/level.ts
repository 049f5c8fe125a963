import type { Level } from '../locales/locales.ts'
import type { Session } from '../src/conversations/session.ts'
import type { Turn } from './turn.ts'

/** Somebody who says of themselves that they are old, do not see or read well, or do not follow. */
const WANTS_EASY_WORDS =
  /(?:제가|저는|내가|나는|나가|난)[^.!?\n]{0,15}(?:늙|노인|나이가?\s?(?:많|들)|[789]\d\s?(?:세|살|이)|일흔|여든|아흔|칠십|팔십|눈이\s?(?:어두|침침|안\s?보)|글을?\s?(?:잘\s?)?(?:못|모르))|^(?:노인이라|나이가\s?많아서|눈이\s?(?:어두|침침))|무슨\s?말인지\s?(?:하나도\s?|잘\s?)?(?:모르|못\s?알아)|말이\s?(?:너무\s?)?어려/

/** How somebody is spoken to: children, and whoever wants it, in easy Korean. */
export function levelOf({ easy, draft }: Pick<Session, 'easy' | 'draft'>): Level {
  return easy === true || draft.age === 'child' ? 'easy' : 'standard'
}

/** From now on speaks easily to whoever says they need it; never against what they chose themselves. */
export function noticeLevel(turn: Turn): void {
  const { session, reply } = turn
  if (session.easy !== undefined || reply.choice || !WANTS_EASY_WORDS.test(reply.heard)) return
  turn.session = { ...session, easy: true }
}
