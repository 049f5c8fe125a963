import type { DialogTurnResult, WaterfallStepContext } from 'botbuilder-dialogs'

import { tell } from './question.ts'
import { say, type Turn } from './turn.ts'

/**
 * Keeps who is writing. A child under 14 cannot consent alone (개인정보 보호법 §22의2): where no guardian can be written
 * to, nothing is kept and the way on is told in plain words. In a conversation that is written down already, what was told
 * so far goes: it would be written with it.
 */
export async function keepAge(
  turn: Turn,
  age: 'adult' | 'child' | 'guardian',
  step: WaterfallStepContext,
): Promise<DialogTurnResult | undefined> {
  if (age === 'child' && (turn.session.isDurable || turn.ports.guardianContacts.length === 0)) turn.forgetDraft()
  if (age === 'child' && turn.ports.guardianContacts.length === 0) {
    await tell(step, say(turn)('guardian.none'))
    return step.endDialog()
  }
  if (age !== 'child') leaveGuardiansConsents(turn)
  turn.learn({ age })
  return undefined
}

// Somebody else sits there now: what a guardian agreed to for a child covers nothing of theirs, so all is asked again.
function leaveGuardiansConsents(turn: Turn): void {
  const { guardian, ...consents } = turn.session.consents
  if (guardian === true) turn.session = { ...turn.session, consents, noticeVersions: {} }
}
