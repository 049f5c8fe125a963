import type { NewDelivery } from '../delivery/delivery.ts'
import { departmentOrCoordinator, type Hospital } from '../hospital/hospital.ts'
import type { Ticket } from './ticket.ts'
import type { Urgency } from './vocabulary.ts'

const PRIORITY: Readonly<Record<Urgency, 0 | 1 | 2>> = { critical: 0, high: 1, normal: 1, low: 2 }

/** Brings the ticket's card in its department's channel up to date: posts it the first time, changes it after. */
export function cardDelivery(hospital: Hospital, ticket: Ticket, newId: () => string): NewDelivery {
  return {
    ...toDesk(hospital, ticket),
    id: newId(),
    kind: 'slack_card',
    payload: { revision: ticket.revision },
  }
}

/**
 * Blanks the card of a ticket that was destroyed, behind whatever is still on its way to it.
 * @param channel where the card is
 */
export function blankCardDelivery(ticketId: string, channel: string, newId: () => string): NewDelivery {
  return {
    id: newId(),
    kind: 'slack_card',
    ticketId,
    destination: channel,
    orderKey: `slack:${ticketId}`,
    priority: 2,
    payload: {},
  }
}

/** Adds a line to the thread under the ticket's card; `key` names a sentence of the desk's locale. */
export function noteDelivery(
  hospital: Hospital,
  ticket: Ticket,
  newId: () => string,
  message: { readonly key: string; readonly values: Readonly<Record<string, string>> },
): NewDelivery {
  return { ...toDesk(hospital, ticket), id: newId(), kind: 'slack_note', payload: { message } }
}

/** Carries the answer to the person; undefined when the ticket keeps no link to a conversation. */
export function replyDelivery(ticket: Ticket, newId: () => string): NewDelivery | undefined {
  if (ticket.conversationId === undefined) return undefined
  return {
    id: newId(),
    kind: 'patient_reply',
    ticketId: ticket.id,
    destination: ticket.conversationId,
    orderKey: `patient:${ticket.conversationId}`,
    priority: 1,
    payload: { revision: ticket.revision },
  }
}

/** Calls the person on duty: the number and "urgent", or that there are several; nothing that says why. */
export function pageDelivery(
  hospital: Hospital,
  { incident, isSummary }: { readonly incident: string; readonly isSummary: boolean },
  newId: () => string,
): NewDelivery {
  return toDuty(hospital, incident, isSummary ? 'desk.page.several' : 'desk.page.urgent', newId)
}

/** Tells those who were called that there is news of it, on the desk page. */
export function pageNewsDelivery(hospital: Hospital, incident: string, newId: () => string): NewDelivery {
  return toDuty(hospital, incident, 'desk.page.news', newId)
}

function toDuty(hospital: Hospital, incident: string, key: string, newId: () => string): NewDelivery {
  return {
    id: newId(),
    kind: 'slack_page',
    ticketId: undefined,
    destination: hospital.coordination.dutyChannel,
    orderKey: `page:${incident}`,
    priority: 0,
    payload: { message: { key, values: { incident } } },
  }
}

function toDesk(
  hospital: Hospital,
  ticket: Ticket,
): Pick<NewDelivery, 'ticketId' | 'destination' | 'orderKey' | 'priority'> {
  return {
    ticketId: ticket.id,
    destination: departmentOrCoordinator(hospital, ticket.deskDepartment).slackChannel,
    orderKey: `slack:${ticket.id}`,
    priority: PRIORITY[ticket.urgency],
  }
}
