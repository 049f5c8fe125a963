import type { MessageKey } from '../locales/locales.ts'
import type { NewTicket } from '../src/tickets/ticket.ts'
import type { Category } from '../src/tickets/vocabulary.ts'
import { tell } from './question.ts'
import { say, turnOf } from './turn.ts'

/** What happened under treatment: nothing is said of it that could be read as an admission. */
const OF_CARE: ReadonlySet<Category> = new Set([
  'medical_care',
  'medical_accident',
  'nursing',
  'pharmacy',
  'examination',
  'explanation',
])

/**
 * Says the first kind words to whoever has just told what happened. Praise, questions and dangers have words of their own,
 * and are passed over.
 */
export async function tellEmpathy(step: Parameters<typeof turnOf>[0]): Promise<void> {
  const turn = turnOf(step)
  const { type, crisis, category, abstained } = turn.reply.understanding
  if (type !== 'complaint' || crisis !== undefined) return
  await tell(step, say(turn)(`empathy.${abstained || category === undefined ? 'other' : category}`))
}

/** The sentence before the number: regret for a service, care for what happened under treatment. */
export function sorryFor({ category, crisis }: Pick<NewTicket, 'category' | 'crisis'>): MessageKey {
  return crisis !== undefined || OF_CARE.has(category) ? 'sorry.care' : 'sorry.service'
}

/** The sentence after the number: what else the person can do, or who looks into it. */
export function promiseFor({ category, crisis }: Pick<NewTicket, 'category' | 'crisis'>): MessageKey {
  if (crisis === 'violence_abuse' || crisis === 'sexual_harassment') return 'promise.apart'
  return category === 'medical_accident' ? 'promise.specialist' : 'promise.call'
}
