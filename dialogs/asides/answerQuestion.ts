import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'

import type { Category } from '../../src/tickets/vocabulary.ts'
import { tell } from '../question.ts'
import { menu } from '../questions/menu.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { offerToFile } from './offerToFile.ts'
import { type Place, takesAnyWords } from './place.ts'
import { asksOutright, findFaq } from './readQuestion.ts'

/** Whoever asks about these tells of something that happened, however it is put. */
const GRAVE: ReadonlySet<Category> = new Set(['staff_attitude', 'medical_accident', 'privacy'])

/**
 * Answers a question from the hospital's own answers. One that has none is told so, with the phone number; in the midst of
 * something only once it is clear that it was no answer to what was asked.
 *
 * @returns what comes next, `told` where what was asked before has to be asked again, undefined where nothing was asked
 */
export async function answerQuestion(dc: DialogContext, place: Place): Promise<DialogTurnResult | 'told' | undefined> {
  const turn = turnOf(dc)
  const { session, ports, reply } = turn
  if (place === 'open' && wantsSomethingElse(turn)) return undefined
  const found = findFaq(ports.hospital, session.language, reply.text)
  if (found) {
    await tell(dc, found.answer[session.language])
    return isFree(turn, place) ? offerToFile(dc) : 'told'
  }
  if (!isUnknownQuestion(turn)) return undefined
  if (isFree(turn, place)) {
    await tell(dc, say(turn)('inquiry.unknown'))
    return offerToFile(dc)
  }
  if (session.prompt?.id === 'complaint.where' && place === 'complaint') {
    await tell(dc, say(turn)('inquiry.unknownMidway'))
    return 'told'
  }
  if (!takesAnyWords(turn)) turn.ifUnread = 'inquiry.unknownMidway'
  return undefined
}

// A wish to complain, to see one's ticket and the like may be put as a question as well.
function wantsSomethingElse(turn: Turn): boolean {
  const reading = menu.read(turn, undefined, 0)
  return reading.ok && reading.value !== 'story'
}

function isUnknownQuestion({ reply }: Turn): boolean {
  const { category, urgency } = reply.understanding
  const isGrave = urgency === 'critical' || urgency === 'high' || (category !== undefined && GRAVE.has(category))
  return asksOutright(reply.text) && !isGrave
}

/** Nothing is under way that the question would push aside. */
function isFree({ draft }: Turn, place: Place): boolean {
  return place === 'open' && (draft.story === undefined || draft.type === 'inquiry')
}
