import { CONSENT_PURPOSES } from '../src/consent/consent.ts'
import type { GuardianAnswers, GuardianRequest } from '../src/guardian/guardianRequest.ts'
import { awaitsGuardian, isAnswered, isAsked } from './consentState.ts'
import type { Turn } from './turn.ts'

/** Tells whether a guardian agreed, to the notices as they are now: one that changed is put to them again. */
export function hasGuardian(turn: Turn): boolean {
  const { guardian, collect } = turn.session.consents
  const areAnswered = CONSENT_PURPOSES.every((purpose) => !isAsked(turn.ports, purpose) || isAnswered(turn, purpose))
  return guardian === true && collect === true && areAnswered
}

/** Tells whether a guardian has answered, or was not reached, and the child was not told yet. */
export function hasGuardianNews({ session }: Pick<Turn, 'session'>): boolean {
  const { guardian } = session.draft
  return guardian !== undefined && guardian !== 'asked'
}

/**
 * Takes in what a guardian answered on their page, if it was not taken before. It may come long after the hold has
 * forgotten the conversation: who is under 14 is known again by the request.
 *
 * @returns whether there was something new
 */
export async function takeGuardianAnswer(turn: Turn): Promise<boolean> {
  const { session, ports } = turn
  const isNew = session.lastTurnAt === 0
  if (hasGuardianNews(turn) || (!isNew && !awaitsGuardian(turn))) return false
  const request = await ports.findGuardianRequest(session.conversationId)
  if (!request) {
    // It was taken back because it could not be sent, or its time is up.
    const wasAsked = session.draft.guardian === 'asked'
    turn.learn({ guardian: wasAsked ? 'unreached' : undefined })
    return wasAsked
  }
  turn.learn({ age: 'child', guardian: request.state === 'waiting' ? 'asked' : request.state })
  if (request.state === 'agreed' && request.answers) await agree(turn, request, request.answers)
  if (request.state === 'refused') refuse(turn)
  return request.state !== 'waiting'
}

// The answers are the guardian's, whatever somebody else agreed to here before. Their receipts were written on the page.
async function agree(turn: Turn, request: GuardianRequest, answers: GuardianAnswers): Promise<void> {
  const { ports, session } = turn
  if (answers.contact === true) turn.learn({ phone: await findPhone(turn, request) })
  const at = request.answeredAt ?? request.createdAt
  const versions = Object.fromEntries(
    Object.keys(answers).flatMap((purpose) =>
      CONSENT_PURPOSES.filter((known) => known === purpose).map((known) => [
        known,
        ports.notices.current(known, session.language, at).version,
      ]),
    ),
  )
  turn.session = { ...session, draft: turn.draft, consents: { ...answers, guardian: true }, noticeVersions: versions }
}

// The words go, and with them what the guardian can be reached by.
function refuse(turn: Turn): void {
  turn.forgetDraft()
  if (!turn.session.isDurable) turn.session = { ...turn.session, vault: [] }
}

// The number a guardian wants to be told the result at is the one they proved to hold.
async function findPhone({ ports }: Turn, { id }: GuardianRequest): Promise<string | undefined> {
  const details = await ports.findGuardianDetails(id)
  return details?.contact.kind === 'phone' ? details.contact.value : undefined
}
