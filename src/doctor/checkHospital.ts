import type { Hospital } from '../hospital/hospital.ts'
import { type Finding, findingsOf } from './finding.ts'

const STALE_AFTER_MS = 365 * 24 * 60 * 60_000
const { well, look, mend } = findingsOf('hospital file')

/** Looks for what a valid hospital file may still lack: people for each job, numbers that somebody checked lately. */
export function checkHospital(hospital: Hospital, now: Date): readonly Finding[] {
  const stale = hospital.helplines.filter(({ verifiedOn }) => now.getTime() - Date.parse(verifiedOn) > STALE_AFTER_MS)
  const nobody = hospital.departments.filter(
    ({ name }) => !hospital.staff.some(({ departments }) => departments.includes(name)),
  )
  const missing = (['coordinator', 'privacy_officer'] as const).filter(
    (role) => !hospital.staff.some(({ roles }) => roles.includes(role)),
  )
  const findings = [
    ...stale.map(({ id, verifiedOn }) =>
      look(`the number of ${id} was last checked on ${verifiedOn}`, 'Call it, and write the day into verifiedOn.'),
    ),
    ...nobody.map(({ name }) =>
      look(`nobody belongs to ${name}`, 'Add its contacts to `staff`; until then the coordinator answers.'),
    ),
    ...missing.map((role) => mend(`nobody is ${role}`, `Give somebody in \`staff\` the role ${role}.`)),
  ]
  return findings.length > 0
    ? findings
    : [well(`${hospital.departments.length} departments, ${hospital.staff.length} people`)]
}
