import type { App, RespondFn } from '@slack/bolt'

import { findStaffBySlackUser, type StaffMember } from '../../src/hospital/hospital.ts'
import type { DeskParts } from './deskParts.ts'
import { errorCode } from './errorCode.ts'
import { parsePress, type Press } from './press.ts'
import { type Reaction, tellProblem } from './reaction.ts'
import { tellPresser } from './tellPresser.ts'

/** A press on a ticket's card by a member of staff. */
export type TicketPress = {
  readonly by: StaffMember
  readonly number: string
  readonly revision: number
  readonly channel: string | undefined
  readonly eventKey: string
}

/**
 * Does what a button is for. Whatever must be decided is decided before it returns; only then is the press acknowledged.
 * Undefined when the card itself tells what happened.
 */
export type ActionStep = (press: TicketPress) => Promise<Reaction | undefined>

type ListenParts = Pick<DeskParts, 'hospital' | 'client' | 'log'>

/** Slack waits three seconds; a slow step is acknowledged before and tells its result afterwards. */
const ACKNOWLEDGE_WITHIN_MS = 2000

/**
 * Listens to one button. Strangers are refused, a card of another version is told so, and a step that throws is logged
 * once by its code and told to the one who pressed.
 */
export function listenToAction(app: App, actionId: string | RegExp, step: ActionStep, parts: ListenParts): void {
  app.action(actionId, async ({ ack, body, respond }) => {
    const press = parsePress(body)
    const reaction = await acknowledgeAfter(ack, () => react(press, step, parts))
    await show(reaction, press, respond, parts)
  })
}

async function acknowledgeAfter<T>(ack: () => Promise<void>, decide: () => Promise<T>): Promise<T> {
  let acknowledged: Promise<void> | undefined
  const acknowledge = (): Promise<void> => (acknowledged ??= ack())
  const timer = setTimeout(() => void acknowledge().catch(() => {}), ACKNOWLEDGE_WITHIN_MS)
  const decided = await decide()
  clearTimeout(timer)
  await acknowledge()
  return decided
}

async function react(press: Press, step: ActionStep, { hospital, log }: ListenParts): Promise<Reaction | undefined> {
  const by = findStaffBySlackUser(hospital, press.slackUserId)
  if (!by) return tellProblem('stranger')
  if (!press.ticket) return tellProblem('outdated')
  try {
    return await step({ by, ...press.ticket, channel: press.channel, eventKey: press.eventKey })
  } catch (error) {
    log.error({ code: errorCode(error), action: press.actionId }, 'a press failed')
    return tellProblem('failed')
  }
}

async function show(
  reaction: Reaction | undefined,
  press: Press,
  respond: RespondFn,
  parts: ListenParts,
): Promise<void> {
  if (!reaction) return
  const to = { respond, client: parts.client, channel: press.channel, slackUserId: press.slackUserId }
  if (reaction.kind === 'tell') return tellPresser(to, reaction.message)
  try {
    await parts.client.views.open({ trigger_id: press.triggerId, view: reaction.view })
  } catch (error) {
    parts.log.error({ code: errorCode(error), action: press.actionId }, 'a modal could not be opened')
    await tellPresser(to, tellProblem('failed').message)
  }
}
