import { type Covered, demandCovered } from '../consent/coverage.ts'
import { filledFields } from '../consent/inventory.ts'
import type { IncidentContact } from './incident.ts'

/**
 * A contact that may be written down: it needs no consent, and holds nothing that would.
 * @throws {UncoveredError} never, as long as the inventory's rows say so
 */
export function coverIncidentContact(contact: IncidentContact): Covered<IncidentContact, 'record'> {
  return demandCovered(contact, { fields: filledFields('incidentContact', contact) }, {}, 'record')
}
