import type { ConsentActor, ConsentPurpose } from '../src/consent/consent.ts'
import { forgetStory } from './absorb.ts'
import { type ConsentAnswer, writeReceipt } from './notice.ts'
import type { Turn } from './turn.ts'

/** Keeps an answer given in the chat, and its receipt. */
export function keepConsent(turn: Turn, purpose: ConsentPurpose, granted: boolean): void {
  const actor: ConsentActor = turn.draft.age === 'guardian' ? 'guardian' : 'self'
  keepAnswer(turn, { purpose, granted, actor, language: turn.session.language, shownAs: 'chat' })
}

/** Keeps an answer, however it was given, and its receipt. */
export function keepAnswer(turn: Turn, answer: ConsentAnswer): void {
  const receipt = writeReceipt(turn, answer)
  turn.effects.push({ kind: 'receipt', receipt })
  if (refusesChange(turn, answer)) return
  const { purpose, granted } = answer
  turn.session = {
    ...turn.session,
    consents: { ...turn.session.consents, [purpose]: granted },
    noticeVersions: { ...turn.session.noticeVersions, [purpose]: receipt.noticeVersion },
  }
}

/**
 * Tells whether an answer refuses a changed notice about collection where the one before was agreed to and the
 * conversation is written down. What was agreed to stays so until it is withdrawn; nothing new is filed on it.
 */
export function refusesChange({ session }: Turn, { purpose, granted }: Pick<ConsentAnswer, 'purpose' | 'granted'>) {
  return purpose === 'collect' && !granted && session.isDurable && session.consents.collect === true
}

/**
 * Forgets a story of health whose consent was refused.
 * @returns whether there was one
 */
export function dropRefusedStory(turn: Turn): boolean {
  if (turn.session.consents.health !== false || turn.draft.health !== true) return false
  forgetStory(turn)
  return true
}

/** Who refused collection before and begins anew is asked anew. */
export function forgetRefusal(turn: Turn): void {
  if (turn.session.consents.collect !== false) return
  const { collect: _refused, ...consents } = turn.session.consents
  turn.session = { ...turn.session, consents }
}
