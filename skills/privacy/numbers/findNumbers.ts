import type { Finding } from '../personalData.ts'
import { toOriginal, type Shadow } from '../shadow.ts'
import { readAccount } from './accounts.ts'
import { readCard } from './cards.ts'
import { readLicence } from './licences.ts'
import { readNumberWindows } from './numberRuns.ts'
import { readPatientNumber } from './patientNumbers.ts'
import { readPhone } from './phones.ts'
import { readRegistrationNumber } from './registrationNumbers.ts'

const READERS = [readRegistrationNumber, readLicence, readCard, readPhone, readAccount, readPatientNumber]

/** Finding of a number, with whether the words beside it say what it is. */
export type NumberFinding = Finding & { readonly sure: boolean }

/** Every number that could be personal data; they may overlap. */
export function findNumbers(shadow: Shadow): readonly NumberFinding[] {
  return readNumberWindows(shadow.text).flatMap((window) =>
    READERS.flatMap((read) => {
      const reading = read(window)
      if (!reading) return []
      const { type, sure, lead = 0 } = reading
      return [{ ...toOriginal(shadow, window.start - lead, window.end), type, sure }]
    }),
  )
}
