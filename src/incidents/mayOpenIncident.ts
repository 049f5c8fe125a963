import type { Hospital, StaffMember } from '../hospital/hospital.ts'

/** Tells whether somebody is on duty for dangers: coordinators, directors, and whom the hospital file names besides. */
export function mayOpenIncident({ coordination }: Hospital, person: StaffMember): boolean {
  if (person.roles.includes('coordinator') || person.roles.includes('director')) return true
  return coordination.dutyStaff.includes(person.slackUserId)
}
