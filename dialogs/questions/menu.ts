import { tellsAStory } from '../absorb.ts'
import { type QuestionSpec } from '../question.ts'
import { readLabel } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

/** What a person wants of us; `story`: they simply began to tell. */
export type MenuChoice = 'complaint' | 'praise' | 'status' | 'resume' | 'story'

const CHOICES: readonly MenuChoice[] = ['complaint', 'praise', 'status', 'resume', 'story']

/** The first question, and the one everything comes back to. */
export const menu: QuestionSpec<MenuChoice> = {
  id: 'menu',
  ask: (turn) => ({ text: say(turn)('menu.ask'), offers: offers(turn) }),
  read(turn, choice) {
    const value = choice ?? readLabel(turn.reply.text, offers(turn))
    const chosen = CHOICES.find((known) => known === value)
    if (chosen) return { ok: true, value: chosen }
    return tellsAStory(turn) ? { ok: true, value: 'story' } : { ok: false, problem: 'menu.retry' }
  },
}

function offers(turn: Turn) {
  const t = say(turn)
  return [
    ...(turn.draft.story === undefined ? [] : [{ value: 'resume', label: t('menu.resume') }]),
    { value: 'complaint', label: t('menu.complaint') },
    { value: 'status', label: t('menu.status') },
    { value: 'praise', label: t('menu.praise') },
  ]
}
