import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'

import { CONSENT_PURPOSES, type ConsentPurpose } from '../../src/consent/consent.ts'
import { forgetStory } from '../absorb.ts'
import { tell } from '../question.ts'
import { say, type Turn, turnOf } from '../turn.ts'
import { placeOf, READ_BEFORE } from './place.ts'
import { askAgain, type ToMenu } from './askAgain.ts'

/** How each answer is forgotten, so that its question comes again. */
const FORGET: Readonly<Record<string, (turn: Turn) => void>> = {
  'age.check': (turn) => turn.learn({ age: undefined }),
  'anonymous.offer': (turn) => turn.learn({ anonymous: undefined, filing: undefined }),
  'complaint.story': forgetStory,
  'complaint.when': (turn) => turn.learn({ when: undefined }),
  'complaint.where': (turn) => turn.learn({ where: undefined, askFor: 'where' }),
  'complaint.wish': (turn) => turn.learn({ wish: undefined, askFor: 'wish' }),
  'contact.patient': (turn) => turn.learn({ relation: undefined }),
  'contact.phone': (turn) => turn.learn({ phone: undefined, askFor: 'phone' }),
}

/**
 * Goes back to the question before, whose answer is forgotten; before the first one is the menu. A dialog beside the way
 * to a ticket simply ends. What was agreed to stays agreed to: taking it back is a right with steps of its own.
 */
export async function goBack(dc: DialogContext, toMenu: ToMenu): Promise<DialogTurnResult> {
  const turn = turnOf(dc)
  const id = dc.activeDialog?.id
  if (id === 'callback' || id === 'status' || id === 'rights') return endSideDialog(dc, turn, toMenu)
  if (id !== 'complaint') return placeOf(dc, turn) === 'open' ? toMenu() : askAgain(dc, toMenu)
  if (turn.session.prompt?.id === 'anonymous.offer') return dc.replaceDialog('complaint', READ_BEFORE)
  const trail = turn.draft.trail ?? []
  const last = trail.at(-1)
  if (last === undefined) return toMenu()
  const purpose = CONSENT_PURPOSES.find((one) => last === `consent.${one}`)
  if (purpose !== undefined && turn.session.consents[purpose] === true) {
    await tell(dc, say(turn)('asides.consentStays'))
    return askAgain(dc, toMenu)
  }
  turn.learn({ trail: trail.slice(0, -1) })
  if (purpose !== undefined) forgetRefusalOf(turn, purpose)
  FORGET[last]?.(turn)
  return dc.replaceDialog('complaint', READ_BEFORE)
}

async function endSideDialog(dc: DialogContext, turn: Turn, toMenu: ToMenu): Promise<DialogTurnResult> {
  turn.learn({ callback: undefined, order: undefined })
  turn.session = { ...turn.session, prompt: undefined }
  const result = await dc.endDialog()
  return dc.activeDialog ? result : toMenu()
}

function forgetRefusalOf(turn: Turn, purpose: ConsentPurpose): void {
  const { [purpose]: _refused, ...consents } = turn.session.consents
  turn.session = { ...turn.session, consents }
}
