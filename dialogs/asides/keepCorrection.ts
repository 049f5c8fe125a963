import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'

import { maskPhone } from '../../skills/privacy/mask.ts'
import { addToStory, mayTakeIn } from '../absorb.ts'
import { shorten } from '../format.ts'
import { isPraise } from '../isPraise.ts'
import { tell } from '../question.ts'
import { PLACE_MAX_CHARS } from '../questions/complaint.ts'
import { describeWhen } from '../questions/summary.ts'
import { reopen } from '../reopen.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { READ_BEFORE, takesAnyWords } from './place.ts'
import { type Correction, readBarePart, readCorrection } from './readCorrection.ts'

/** The question that asks for each part, where a correction of it is simply the answer. */
const ASKED_BY: Readonly<Record<string, string>> = {
  when: 'complaint.when',
  where: 'complaint.where',
  wish: 'complaint.wish',
  phone: 'contact.phone',
}

/**
 * Puts right what was told before, and says what stands there now; a part that is wrong without more is asked again. Any
 * question may be answered by a correction of another one, the summary as well.
 *
 * @returns undefined where nothing is corrected, or where it is the answer to what is being asked
 */
export async function keepCorrection(dc: DialogContext): Promise<DialogTurnResult | undefined> {
  const turn = turnOf(dc)
  const correction = findCorrection(turn)
  if (!correction || turn.draft.story === undefined) return undefined
  if (turn.session.prompt?.id === ASKED_BY[correction.kind]) return undefined
  if (correction.kind === 'again') return askPartAgain(dc, turn, correction.part)
  if (!mayKeep(turn, correction)) return undefined
  await tell(dc, keep(turn, correction))
  if (correction.kind === 'patient') return dc.replaceDialog('complaint', READ_BEFORE)
  await dc.repromptDialog()
  return Dialog.EndOfTurn
}

// A bare day or place counts only where nothing else could be meant by it, and something was known of it.
function findCorrection(turn: Turn): Correction | undefined {
  const { reply, ports, draft } = turn
  const said = { heard: reply.heard, text: reply.text, now: ports.now() }
  const correction = readCorrection(said)
  if (correction || takesAnyWords(turn)) return correction
  const bare = readBarePart(said)
  return bare && (bare.kind === 'when' ? draft.when : draft.where) !== undefined ? bare : undefined
}

async function askPartAgain(
  dc: DialogContext,
  turn: Turn,
  part: Extract<Correction, { kind: 'again' }>['part'],
): Promise<DialogTurnResult | undefined> {
  if (takesAnyWords(turn) || (part === 'when' && isPraise(turn))) return undefined
  if (part === 'phone' && turn.draft.phone === undefined) return undefined
  if (turn.session.prompt?.id === ASKED_BY[part]) return undefined
  reopen(turn, part)
  return dc.replaceDialog('complaint', READ_BEFORE)
}

function mayKeep(turn: Turn, { kind }: Correction): boolean {
  if (kind === 'phone') return turn.session.consents.contact === true && turn.draft.anonymous !== true
  if (kind === 'patient') return turn.draft.age === 'adult' || turn.draft.age === 'guardian'
  return mayTakeIn(turn)
}

// The words stay in the story as well: whoever reads it sees why a day in it differs from the one beside it.
function keep(turn: Turn, correction: Exclude<Correction, { kind: 'again' }>): string {
  const t = say(turn)
  if (correction.kind !== 'phone' && correction.kind !== 'wish') addToStory(turn, turn.reply.text)
  switch (correction.kind) {
    case 'when':
      turn.learn({ when: correction.when })
      return t('asides.corrected', { line: t('summary.when', { value: describeWhen(turn) ?? '' }) })
    case 'where': {
      const where = shorten(correction.where, PLACE_MAX_CHARS)
      turn.learn({ where })
      return t('asides.corrected', { line: t('summary.where', { value: where }) })
    }
    case 'wish':
      turn.learn({ wish: correction.wish })
      return t('asides.corrected', { line: t('summary.wish', { value: shorten(correction.wish, PLACE_MAX_CHARS) }) })
    case 'phone':
      turn.learn({ phone: correction.phone })
      return t('asides.corrected', { line: t('summary.phone', { value: maskPhone(correction.phone) }) })
    default:
      return keepPatient(turn, correction.relation)
  }
}

function keepPatient(turn: Turn, relation: 'family' | 'self' | undefined): string {
  turn.learn({ age: relation === 'self' ? 'adult' : 'guardian', relation })
  return say(turn)(relation === 'self' ? 'asides.forSelf' : 'asides.forFamily')
}
