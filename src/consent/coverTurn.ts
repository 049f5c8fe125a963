import type { HeldActivity, WaitingReply } from '../conversations/ports.ts'
import type { Session, TranscriptActivity } from '../conversations/session.ts'
import type { ConsentAnswers } from './consent.ts'
import { cover, type Covered, type Data, uncovered, UncoveredError } from './coverage.ts'
import { filledFields } from './inventory.ts'

/**
 * The session as one that is written down from now on; undefined where it must stay in the hold.
 * @throws {UncoveredError} when it is written down already, and has taken in what is not covered
 */
export function coverSession(session: Session): Covered<Session, 'record'> | undefined {
  const data = sessionData(session)
  const covered = cover({ ...session, isDurable: true }, data, session.consents, 'record')
  if (!covered && session.isDurable) throw new UncoveredError(uncovered(data, session.consents, 'record'), 'record')
  return covered
}

/** Those of the activities that may be written down, in order. What was refused or taken back is not among them. */
export function coverActivities(
  held: readonly HeldActivity[],
  answers: ConsentAnswers,
): readonly Covered<TranscriptActivity, 'record'>[] {
  return held.flatMap(({ activity, health, dropped }) => {
    if (dropped) return []
    const data: Data = { fields: filledFields('activity', activity.body), tellsOfHealth: health }
    const covered = cover(activity, data, answers, 'record')
    return covered ? [covered] : []
  })
}

/** Those of the hospital's answers that may be shown to the person, in their own conversation. */
export function coverReplies(
  replies: readonly WaitingReply[],
  answers: ConsentAnswers,
): readonly Covered<WaitingReply, 'person'>[] {
  return replies.flatMap((reply) => cover(reply, { fields: ['history.text'] }, answers, 'person') ?? [])
}

function sessionData({ draft, ...session }: Session): Data {
  return {
    fields: [...filledFields('session', session), ...filledFields('draft', draft)],
    tellsOfHealth: draft.health,
  }
}
