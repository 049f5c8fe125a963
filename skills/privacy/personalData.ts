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

/** A stretch of the original text, in UTF-16 offsets, `end` exclusive. */
export type Finding = { readonly start: number; readonly end: number; readonly type: PersonalDataType }
