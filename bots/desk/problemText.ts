import { findStaffBySlackUser, type Hospital } from '../../src/hospital/hospital.ts'
import type { DeskProblem } from '../../src/tickets/deskStep.ts'
import type { Ticket } from '../../src/tickets/ticket.ts'
import { say } from './say.ts'

/** One short sentence for why a step was not taken; it names whoever has the ticket. */
export function problemText(
  problem: DeskProblem,
  ticket: Pick<Ticket, 'assignee'> | undefined,
  nameOf: (slackUserId: string) => string,
): string {
  if (problem === 'not_yours' && ticket?.assignee === undefined) return say('desk.problem.unclaimed')
  const owner = ticket?.assignee === undefined ? '' : nameOf(ticket.assignee)
  return say(`desk.problem.${problem}`, { owner })
}

/** How a person is named in a message, where Slack draws the name and nobody is called. */
export function mention(slackUserId: string): string {
  return `<@${slackUserId}>`
}

/** How a person is named in a modal, whose text Slack draws as it stands. */
export function plainName(hospital: Hospital): (slackUserId: string) => string {
  return (slackUserId) => findStaffBySlackUser(hospital, slackUserId)?.name ?? slackUserId
}
