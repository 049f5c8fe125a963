import { digitsOf } from './digitsOf.ts'
import type { PersonalDataType } from './personalData.ts'

/** Tells whether a finding is one of the hospital's own phone numbers. */
export type IsPublicNumber = (type: PersonalDataType, value: string) => boolean

export function createPublicNumbers(publicNumbers: readonly string[]): IsPublicNumber {
  const known = new Set(publicNumbers.map(domesticDigits))
  return (type, value) => (type === 'phone' || type === 'account') && known.has(domesticDigits(value))
}

/** The digits of a phone number as dialled in Korea, however it was written. */
export function domesticDigits(phone: string): string {
  return digitsOf(phone).replace(/^(?:00)?82(?:0)?/, '0')
}
