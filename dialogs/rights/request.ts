import type { WaterfallStepContext } from 'botbuilder-dialogs'

import { trustedText } from '../../skills/privacy/scrubbed.ts'
import type { RightsRequest } from '../../src/consent/rightsRequest.ts'
import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import { objectionLines } from '../../src/hospital/objectionLines.ts'
import { ticketFrom } from '../filing.ts'
import { formatDay } from '../format.ts'
import { tell } from '../question.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { someOf } from './order.ts'

/**
 * Files a request for the privacy officer and says by when it is answered. What was being told before waits.
 *
 * @param words the person's own; absent where the request says it all
 */
export async function fileRequest(step: WaterfallStepContext, request: RightsRequest, words?: Scrubbed): Promise<void> {
  const turn = turnOf(step)
  const t = say(turn)
  const { draft } = turn
  turn.forgetDraft()
  const tellsOfHealth = words !== undefined && turn.reply.understanding.health
  turn.learn({ type: 'inquiry', category: 'privacy', ...(tellsOfHealth ? { health: true } : {}) })
  const filed = ticketFrom(turn, 'rights', storyOf(turn, request, words))
  const ticket = { ...filed, content: { ...filed.content, request } }
  turn.effects.push({ kind: 'file', ticket })
  turn.session = { ...turn.session, draft }
  const { number, dueAt } = ticket
  const { language } = turn.session
  const lines = objectionLines(turn.ports.hospital, language)
  await tell(step, t('rights.requested', { number, due: formatDay(language, dueAt), lines }), {
    ticket: { number, state: 'received' },
  })
}

function storyOf(turn: Turn, { right, tickets }: RightsRequest, words: Scrubbed | undefined): Scrubbed {
  const order = trustedText(say(turn)(`rights.story.${right}`, { number: someOf(tickets) }))
  return words === undefined ? order : (`${order}\n${words}` as Scrubbed)
}
