import { ActivityTypes } from 'botbuilder'

import type { ReceiptPurpose } from '../src/consent/consent.ts'
import type { UsedLink } from '../src/conversations/ports.ts'
import { agreesToCollection, openPurposes } from './consentState.ts'
import { dropRefusedStory, keepAnswer, refusesChange } from './keepConsent.ts'
import type { ConsentAnswer } from './notice.ts'
import { say, type Turn } from './turn.ts'

/** Answers that were given on a page, on their way into the conversation. */
export type ConsentArrival = {
  readonly answers: readonly ConsentAnswer[]
  /** The link to the page, which can be answered once. */
  readonly link: UsedLink
}

/**
 * Takes in answers that were given on a page. What was answered in the chat meanwhile stays as it is.
 *
 * @returns the answers that were taken; none: nothing was changed
 */
export function takeArrival(turn: Turn, { answers, link }: ConsentArrival): readonly ConsentAnswer[] {
  const taken = findTakeable(turn, answers)
  if (taken.length === 0) return taken
  turn.effects.push({ kind: 'use_link', link })
  const stopped = taken.find((answer) => refusesChange(turn, answer))
  for (const answer of taken) keepAnswer(turn, answer)
  if (stopped) stopFiling(turn)
  else if (dropRefusedStory(turn)) tellNow(turn, say(turn)('consent.healthDropped'))
  return taken
}

// Where collection is refused nothing is kept, so that an answer to anything else would have nothing to go with.
function findTakeable(turn: Turn, answers: readonly ConsentAnswer[]): readonly ConsentAnswer[] {
  const open: readonly ReceiptPurpose[] = openPurposes(turn)
  const takeable = answers.filter(({ purpose }) => open.includes(purpose))
  const collection = takeable.find(({ purpose }) => purpose === 'collect')
  const agrees = collection?.granted ?? agreesToCollection(turn)
  return agrees ? takeable : takeable.filter((answer) => answer === collection)
}

// Whatever was being asked led to a filing on terms that were refused.
function stopFiling(turn: Turn): void {
  turn.forgetDraft()
  turn.session = { ...turn.session, dialogState: {}, prompt: undefined }
  tellNow(turn, say(turn)('consent.changeRefused'))
}

function tellNow(turn: Turn, text: string): void {
  turn.replies.push({ type: ActivityTypes.Message, text })
}
