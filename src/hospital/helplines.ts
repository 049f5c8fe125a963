import type { Language } from '../tickets/ticket.ts'
import type { Hospital } from './hospital.ts'

type Helpline = Hospital['helplines'][number]

const DAY_MS = 24 * 60 * 60_000
/** Numbers change, and somebody has to call them once a year to know. */
const STALE_AFTER_DAYS = 365

/** The line of that id; undefined where the hospital file does not name it. */
export function findHelpline({ helplines }: Pick<Hospital, 'helplines'>, id: string): Helpline | undefined {
  return helplines.find((line) => line.id === id)
}

/** Lines whose number nobody verified for more than a year. */
export function staleHelplines({ helplines }: Pick<Hospital, 'helplines'>, now: Date): readonly Helpline[] {
  return helplines.filter(({ verifiedOn }) => now.getTime() - Date.parse(verifiedOn) > STALE_AFTER_DAYS * DAY_MS)
}

/** What any sentence to a patient may name: the hospital's own numbers, and those of whoever helps at once. */
export function sentenceValues(hospital: Hospital, language: Language): Readonly<Record<string, string>> {
  const suicide = demandNumber(hospital, '109')
  return {
    hospital: hospital.name[language],
    phone: hospital.phone,
    emergencyRoom: hospital.emergencyRoom,
    visit: hospital.visit[language],
    hours: `${hospital.calendar.opens}~${hospital.calendar.closes}`,
    emergency: demandNumber(hospital, '119'),
    police: demandNumber(hospital, '112'),
    suicide,
    youth: findHelpline(hospital, '1388')?.number ?? suicide,
  }
}

function demandNumber(hospital: Hospital, id: '119' | '112' | '109'): string {
  const line = findHelpline(hospital, id)
  if (!line) throw new Error(`The hospital file was not validated: the line ${id} is missing.`)
  return line.number
}
