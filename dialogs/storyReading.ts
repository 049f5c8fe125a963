import type { ConsentAnswers, ConsentReceipt } from '../src/consent/consent.ts'
import type { ModelWords } from '../src/consent/coverModel.ts'
import type { Triage } from '../skills/understanding/mergeTriage.ts'
import type { Turn } from './turn.ts'

/** A story told in full, with all that decides whether a model may read it. */
type StoryToRead = {
  readonly conversationId: string
  readonly words: ModelWords
  readonly tellsOfHealth: boolean
  readonly isNameless: boolean
  readonly isOfChild: boolean
  readonly answers: ConsentAnswers
  /** Receipts of this turn, which are not written yet. */
  readonly receipts: readonly ConsentReceipt[]
  /** What the rules made of it. */
  readonly local: Triage
  /** On the clock of `performance.now()`: the person is answered without it after that. */
  readonly deadlineMs: number
}

/** Reads a story better than the rules did; undefined where nothing may, or can. */
export type ReadStory = (story: StoryToRead) => Promise<Triage | undefined>

/**
 * Has the story read by a model. Without one, or in a turn that has no time left, everything stays as the rules read it.
 */
export async function readStoryAgain(turn: Turn): Promise<void> {
  const { draft, session, ports, effects } = turn
  const { story, where, wish } = draft
  if (!ports.readStory || story === undefined) return
  const read = await ports.readStory({
    conversationId: session.conversationId,
    words: { story, where, wish },
    tellsOfHealth: draft.health === true,
    isNameless: draft.anonymous === true,
    isOfChild: draft.age === 'child',
    answers: session.consents,
    receipts: effects.flatMap((effect) => (effect.kind === 'receipt' ? [effect.receipt] : [])),
    local: triageOf(turn),
    deadlineMs: turn.modelDeadlineMs,
  })
  if (read) turn.learn({ ...read, category: read.category ?? draft.category, when: draft.when ?? read.when })
}

function triageOf({ draft, reply }: Turn): Triage {
  const { type, category, department, urgency, crisis, abstained, when, where, wish } = draft
  return {
    type: type ?? 'complaint',
    category,
    department: department ?? reply.understanding.department,
    urgency: urgency ?? 'normal',
    crisis,
    abstained: abstained === true,
    when: when === 'unknown' ? undefined : when,
    where,
    wish,
  }
}
