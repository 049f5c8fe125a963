import { z } from 'zod'

import { translate } from '../../../locales/locales.ts'
import { scrub } from '../../../skills/privacy/scrub.ts'
import { endsConversation, type RightsRequest } from '../../consent/rightsRequest.ts'
import type { Hospital } from '../../hospital/hospital.ts'
import { objectionLines } from '../../hospital/objectionLines.ts'
import { targetsOf, type RightsDecision } from '../../tickets/rightsDesk.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { HttpProblem } from '../httpProblem.ts'
import { loggedReason, maskNote, reasonNote } from './loggedReason.ts'
import { MAX_TEXT_LENGTH } from './writtenText.ts'

/** The revision decided on: what changed since was not seen by whoever decided. */
const revision = z.int().nonnegative()
const inWords = z.strictObject({ revision, reason: z.literal('other'), note: reasonNote })

/** Why a request is met: nothing has to be kept, the case is over, or in words. */
export const carryOutRequest = z.discriminatedUnion('reason', [
  z.strictObject({ revision, reason: z.enum(['no_duty', 'case_over']) }),
  inWords,
])

/** Why one is not: the law, the rights of others, a case still open (개인정보 보호법 §35④, §36① 단서, §37②), or in words. */
export const refuseRequest = z.discriminatedUnion('reason', [
  z.strictObject({ revision, reason: z.enum(['law', 'others_rights', 'case_open']) }),
  inWords,
])

export type CarryOutRequest = z.infer<typeof carryOutRequest>
export type RefuseRequest = z.infer<typeof refuseRequest>

/** What a decision is about, read before it is taken. */
export type DecidedOn = {
  readonly ticket: Ticket
  readonly asked: RightsRequest | undefined
  /** Tickets of the same conversation, the request itself among them. */
  readonly ofConversation: readonly Ticket[]
  /** The draft so far; what the decision says is put before it. */
  readonly draft: string | undefined
}

/** The decision to do what was asked; its answer begins with what was done. */
export function toCarryOut(about: DecidedOn, request: CarryOutRequest): RightsDecision {
  return { reason: loggedReason(request), draft: draftFrom(about, doneText(about)) }
}

/** The decision not to; its answer begins with why, and where to object. */
export function toRefuse(hospital: Hospital, about: DecidedOn, request: RefuseRequest): RightsDecision {
  const { language } = about.ticket
  const why =
    request.reason === 'other' ? maskNote(request.note) : translate(language, `rights.decision.why.${request.reason}`)
  const lines = objectionLines(hospital, language)
  return {
    reason: loggedReason(request),
    draft: draftFrom(about, translate(language, 'rights.decision.refused', { why, lines })),
  }
}

function doneText({ ticket, asked, ofConversation }: DecidedOn): string {
  const { language } = ticket
  if (!asked) return ''
  const targets = targetsOf(asked, ofConversation)
  const numbers = targets.map(({ number }) => number).join(', ')
  const isLast = ofConversation.length === targets.length + 1
  return [
    translate(language, asked.right === 'withdraw' ? 'rights.decision.withdrawn' : 'rights.decision.erased', {
      numbers,
    }),
    ...(endsConversation(asked) && isLast ? [translate(language, 'rights.decision.ends')] : []),
  ].join('\n')
}

function draftFrom({ draft = '' }: DecidedOn, opening: string): RightsDecision['draft'] {
  const { text } = scrub([opening, draft].filter((part) => part !== '').join('\n\n'))
  if (text.length <= MAX_TEXT_LENGTH) return text
  throw new HttpProblem(409, 'draft_too_long', 'The draft leaves no room for what the decision adds. Shorten it first.')
}
