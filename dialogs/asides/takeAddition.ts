import type { DialogContext } from 'botbuilder-dialogs'

import { addToStory, mayTakeIn, tellsAStory } from '../absorb.ts'
import { shorten } from '../format.ts'
import { tell } from '../question.ts'
import { readPhone } from '../reading.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { takesAnyWords } from './place.ts'
import { asksOutright } from './readQuestion.ts'

/** How much of a wish is said again. */
const WISH_SHOWN_CHARS = 60
/** Shorter than this is an answer, whatever else it might be. */
const MIN_CHARS = 12
const LEAD_IN =
  /^(?:그리고|그리구|글구|또|또한|게다가|추가로|아\s?참|참고로|거기다|and|also|besides|one more thing)[\s,]+(?=.{6})/i
const HESITATES = /^(?:음+|글쎄|잠깐|잠시|저기|어+)[\s.,~]*\S{0,4}[\s.~!?]*$/

/**
 * Takes in what was told at a question that asks for something else, beside the answer that may be in it too: words for
 * the story, and a day, a place, a wish or a number that is not known yet. The same words sent again add nothing.
 */
export async function takeAddition(dc: DialogContext): Promise<void> {
  const turn = turnOf(dc)
  if (takesAnyWords(turn)) return
  takePhone(turn)
  const { reply, draft } = turn
  const text = reply.text.trim()
  if (draft.story?.includes(text) === true && text.length >= MIN_CHARS) {
    turn.ifUnread = 'put_again'
    return
  }
  if (!addsToStory(turn, text)) return takeWish(dc, turn)
  turn.ifUnread = 'put_again'
  if (!mayTakeIn(turn)) return tell(dc, say(turn)('asides.healthLeftOut'))
  const isFirst = draft.story === undefined
  addToStory(turn, reply.text)
  fillGaps(turn)
  await tell(dc, say(turn)(isFirst ? 'asides.noted' : 'asides.added'))
}

function addsToStory(turn: Turn, text: string): boolean {
  const { type, category, abstained } = turn.reply.understanding
  if (!tellsAStory(turn) || HESITATES.test(text) || asksOutright(text)) return false
  if (LEAD_IN.test(text)) return true
  return text.length >= MIN_CHARS && type === 'complaint' && category !== undefined && !abstained
}

function fillGaps(turn: Turn): void {
  const { draft, reply, session } = turn
  const { when, where, wish } = reply.understanding
  const asksWhen = session.prompt?.id === 'complaint.when'
  if (!asksWhen && when && (draft.when === undefined || draft.when === 'unknown')) turn.learn({ when })
  if (where !== undefined && !draft.where) turn.learn({ where })
  if (wish !== undefined && !draft.wish) turn.learn({ wish })
}

async function takeWish(dc: DialogContext, turn: Turn): Promise<void> {
  const { wish } = turn.reply.understanding
  if (wish === undefined || turn.draft.story === undefined || turn.draft.wish || !mayTakeIn(turn)) return
  turn.learn({ wish })
  turn.ifUnread = 'put_again'
  const t = say(turn)
  await tell(dc, t('asides.corrected', { line: t('summary.wish', { value: shorten(wish, WISH_SHOWN_CHARS) }) }))
}

// A number is taken where its owner agreed to be called, and where nothing else asks for one now.
function takePhone(turn: Turn): void {
  const { draft, session, reply } = turn
  const isWanted = session.consents.contact === true && draft.phone === undefined && draft.anonymous !== true
  if (!isWanted || session.prompt?.id === 'contact.phone') return
  const phone = readPhone(reply.heard)
  if (phone === undefined) return
  turn.learn({ phone })
  turn.ifUnread = 'put_again'
}
