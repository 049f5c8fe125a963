import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'

import type { PhotoSource } from '../../src/photos/photo.ts'
import { isFileAlone } from '../reading.ts'
import { refuseFile, takePhotos } from '../photos.ts'
import { tell } from '../question.ts'
import { attachments } from '../questions/attachments.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { complainsOfBot } from './aboutBot.ts'
import { askAgain, type ToMenu } from './askAgain.ts'
import { answerQuestion } from './answerQuestion.ts'
import { followLanguage } from './followLanguage.ts'
import { holdsInsult, isInsultAlone } from './insults.ts'
import { keepCorrection } from './keepCorrection.ts'
import { placeOf } from './place.ts'
import { resume } from './resume.ts'
import { offerToFile } from './offerToFile.ts'
import { takeAddition } from './takeAddition.ts'

/** Whoever greets in the midst of something has come back to it. */
const GREETING =
  /^(?:안녕(?:하세요|하십니까)?|저기요|여보세요|계세요|hello|hi|hey)(?:\s(?:선생님|again|there))?[\s.!?~^]*$/i

/**
 * Deals with what a person says besides answering: an insult, a word about this chat, a correction, a question of their
 * own, something to add. What was being asked is then asked again.
 *
 * @returns undefined where the message still has to be read as an answer
 */
export async function takeAside(dc: DialogContext, toMenu: ToMenu): Promise<DialogTurnResult | undefined> {
  const turn = turnOf(dc)
  const { choice, text, understanding, hasFile } = turn.reply
  const place = placeOf(dc, turn)
  if (turn.reply.photos) return goOnWithPhotos(dc, turn.reply.photos, toMenu)
  if (choice || understanding.crisis || place === 'closed') return undefined
  if (hasFile === true || (place === 'open' && text.trim() !== '' && isFileAlone(text))) {
    await tell(dc, say(turn)(refuseFile(turn)))
    if (isFileAlone(text)) return askAgain(dc, toMenu)
  }
  if (text.trim() === '') return undefined
  followLanguage(turn)
  if (holdsInsult(text)) await staySpeakingCalmly(dc, turn)
  if (isInsultAlone(text)) return askAgain(dc, toMenu)
  if (complainsOfBot(text)) {
    await tell(dc, say(turn)('asides.aboutBot'))
    return place === 'open' ? offerToFile(dc) : askAgain(dc, toMenu)
  }
  if (turn.draft.story !== undefined && place === 'complaint' && GREETING.test(text.trim())) return resume(dc, toMenu)
  const corrected = place === 'complaint' ? await keepCorrection(dc) : undefined
  if (corrected) return corrected
  const answered = await answerQuestion(dc, place)
  if (answered) return answered === 'told' ? askAgain(dc, toMenu) : answered
  if (place === 'complaint') await takeAddition(dc)
  return undefined
}

// Whoever was asked for photos has answered with them.
async function goOnWithPhotos(
  dc: DialogContext,
  photos: readonly PhotoSource[],
  toMenu: ToMenu,
): Promise<DialogTurnResult> {
  await takePhotos(dc, photos)
  return turnOf(dc).session.prompt?.id === attachments.id ? dc.continueDialog() : askAgain(dc, toMenu)
}

// Once in a conversation: whoever is told twice to be calm is not.
async function staySpeakingCalmly(dc: DialogContext, turn: Turn): Promise<void> {
  if (turn.session.toldCalm === true) return
  turn.session = { ...turn.session, toldCalm: true }
  await tell(dc, say(turn)('asides.calm'))
}
