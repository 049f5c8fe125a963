import type { WaterfallStepContext } from 'botbuilder-dialogs'

import { trustedText } from '../../skills/privacy/scrubbed.ts'
import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import { ticketFrom } from '../filing.ts'
import { formatDay } from '../format.ts'
import { tell } from '../question.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { numbersOf } from './order.ts'

/** Where somebody turns whose right was not met (개인정보 보호법 §38⑤, §43, §62); ids of the hospital file's helplines. */
const OBJECTION_LINES: readonly string[] = ['118', '1833-6972']

/** What is asked of the privacy officer. */
type Request = {
  readonly about: 'correct' | 'erase' | 'withdraw' | 'other'
  readonly tickets: readonly { readonly number: string }[]
  /** In the person's own words; absent where the order says it all. */
  readonly words?: Scrubbed
}

/** Files a request about the person's own data and says by when it is answered. What was being told before waits. */
export async function fileRequest(step: WaterfallStepContext, request: Request): Promise<void> {
  const turn = turnOf(step)
  const t = say(turn)
  const { draft } = turn
  turn.forgetDraft()
  const tellsOfHealth = request.words !== undefined && turn.reply.understanding.health
  turn.learn({ type: 'inquiry', category: 'privacy', ...(tellsOfHealth ? { health: true } : {}) })
  const ticket = ticketFrom(turn, 'rights', storyOf(turn, request))
  turn.effects.push({ kind: 'file', ticket })
  turn.session = { ...turn.session, draft }
  const { number, dueAt } = ticket
  await tell(
    step,
    t('rights.requested', { number, due: formatDay(turn.session.language, dueAt), lines: objectionLines(turn) }),
    { ticket: { number, state: 'received' } },
  )
}

/** Whom to turn to when a right was refused, by name and number. */
export function objectionLines({ ports, session }: Turn): string {
  const { helplines, phone } = ports.hospital
  const lines = helplines.filter(({ id }) => OBJECTION_LINES.includes(id))
  return lines.map(({ label, number }) => `${label[session.language]} ${number}`).join(', ') || phone
}

function storyOf(turn: Turn, { about, tickets, words }: Request): Scrubbed {
  const order = trustedText(say(turn)(`rights.story.${about}`, { number: numbersOf(tickets) }))
  return words === undefined ? order : (`${order}\n${words}` as Scrubbed)
}
