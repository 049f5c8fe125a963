/**
 * The kinds of personal data that free text is searched for, strongest first: where two findings overlap, the
 * kind named earlier wins. The first four are the unique identifiers of article 19 of the Enforcement Decree of
 * the Personal Information Protection Act.
 */
export const PERSONAL_DATA_TYPES = [
  'rrn',
  'foreigner_no',
  'passport',
  'driver_license',
  'card',
  'phone',
  'account',
  'email',
  'car_plate',
  'patient_no',
  'address',
  'birthdate',
  'name',
] as const

export type PersonalDataType = (typeof PERSONAL_DATA_TYPES)[number]

/** Whose name it is, where the words around it tell: somebody who works here, or a patient (or their family) not of the writer's. */
export type NameRole = 'staff' | 'other_patient'

/** A stretch of the original text, in UTF-16 offsets, `end` exclusive. Only names have a role, and not all of them. */
export type Finding = {
  readonly start: number
  readonly end: number
  readonly type: PersonalDataType
  readonly role?: NameRole
}

/**
 * What is never kept, with or without consent: unique identifiers (Personal Information Protection Act, articles
 * 24 and 24-2), and card and account numbers, which no complaint needs.
 */
const NEVER_KEPT = ['rrn', 'foreigner_no', 'passport', 'driver_license', 'card', 'account'] as const

type NeverKept = (typeof NEVER_KEPT)[number]

export function isNeverKept(type: PersonalDataType): type is NeverKept {
  return NEVER_KEPT.some((never) => never === type)
}
