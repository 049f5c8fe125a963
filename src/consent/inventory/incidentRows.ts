import type { Incident, IncidentContact } from '../../incidents/incident.ts'
import { type InventoryRow, STAFF, TECHNICAL } from './row.ts'

const DUTY: InventoryRow = { ...TECHNICAL, purposes: ['safety'], recipients: { record: [], desk: [] } }

/** A danger somebody told of: kind and time, tied to nobody. Slack gets the number alone. */
export const incidentRows = {
  number: { ...DUTY, recipients: { ...DUTY.recipients, slack_domestic: [], slack_overseas: [] } },
  crisis: DUTY,
  channel: DUTY,
  language: DUTY,
  at: DUTY,
  follows: DUTY,
  contactState: DUTY,
  ticketNumber: DUTY,
  openedBy: { ...STAFF, recipients: { record: [], desk: [] }, retention: 'ledger' },
  openedAt: DUTY,
} as const satisfies Record<keyof Incident, InventoryRow>

const URGENT: InventoryRow = {
  class: 'general',
  purposes: ['safety'],
  basis: 'vital_interest',
  recipients: { record: [], desk: [] },
  retention: 'incident_contact',
  mask: 'as_is',
}

/** Where somebody in danger is and how to call them: asked for that alone, and seen by those on duty. */
export const incidentContactRows = {
  v: URGENT,
  place: URGENT,
  phone: URGENT,
} as const satisfies Record<keyof IncidentContact, InventoryRow>
