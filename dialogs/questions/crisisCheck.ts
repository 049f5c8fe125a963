import { tellsAStory } from '../absorb.ts'
import { type QuestionSpec } from '../question.ts'
import { readLabel, readYesNo } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/** After the emergency numbers were shown: go on or stop. Whoever simply tells more, goes on. */
export const crisisCheck: QuestionSpec<boolean> = {
  id: 'crisis.check',
  ask: (turn) => ({ text: say(turn)('crisis.ask'), offers: offers(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, offers(turn))
    const goesOn = value === undefined ? readYesNo(turn.reply.text) : value !== 'stop'
    if (goesOn !== undefined) return { ok: true, value: goesOn }
    return tellsAStory(turn) ? { ok: true, value: true } : { ok: false, problem: 'crisis.retry' }
  },
}

function offers(turn: Turn) {
  const t = say(turn)
  return [
    { value: 'go_on', label: t('crisis.goOn') },
    { value: 'stop', label: t('crisis.stop') },
  ]
}
