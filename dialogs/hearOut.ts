import type { Session } from '../src/conversations/session.ts'
import type { CrisisKind } from '../src/tickets/vocabulary.ts'
import { addToStory } from './absorb.ts'
import type { Turn } from './turn.ts'

/** After a day without a word, a danger told again calls the duty contact again. */
const PAGED_FOR_MS = 24 * 60 * 60 * 1000

/** Questions that take a short answer alone: what else is told there would be lost, were it not put with the story. */
const TAKES_NO_STORY: ReadonlySet<string | undefined> = new Set([
  'age.check',
  'consent.collect',
  'consent.health',
  'consent.overseas',
  'consent.contact',
  'consent.guardian',
  'contact.name',
  'contact.patient',
  'anonymous.offer',
  'complaint.when',
  'contact.phone',
  'confirm.summary',
])

/**
 * Puts what was told at a question that takes no story with the story: a danger always, and at the first question, age,
 * the complaint of whoever simply begins to tell.
 */
export function hearOut(turn: Turn): void {
  const { reply, session, draft } = turn
  const { crisis, type, category, abstained } = reply.understanding
  if (reply.choice || !TAKES_NO_STORY.has(session.prompt?.id)) return
  const complains = type === 'complaint' && category !== undefined && !abstained
  const isFirst = session.prompt?.id === 'age.check' && draft.story === undefined && complains
  if (crisis !== undefined || isFirst) addToStory(turn, reply.text)
}

/** The danger told of last in this conversation, while the duty contact still has it in mind. */
export function incidentLately({ session, ports }: Turn): Session['incident'] {
  const { incident } = session
  return incident && ports.now().getTime() - incident.at < PAGED_FOR_MS ? incident : undefined
}

/** The dangers the duty contact was called for and still has in mind. */
export function pagedLately({ session, ports }: Turn): readonly CrisisKind[] {
  return ports.now().getTime() - session.lastTurnAt < PAGED_FOR_MS ? session.pagedCrises : []
}
