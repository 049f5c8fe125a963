import type { PersonalDataType } from '../personalData.ts'
import type { Label } from './labels.ts'
import type { NumberWindow } from './numberRuns.ts'

/** What a window of digits is. `sure` where the words beside it say so, which beats any likeness. */
export type Reading = {
  readonly type: PersonalDataType
  readonly sure: boolean
  /** How many characters before the window belong to the number: a region in words, a plus. */
  readonly lead?: number
}

const DIRECT = 14

/** Whether the words beside the number call it that: the closest before it, or else the closest after. */
export function isAt(window: NumberWindow, label: Label, reach = Number.POSITIVE_INFINITY): boolean {
  const before = window.labelBefore()
  if (before) return before.label === label && before.distance <= reach
  const after = window.labelAfter()
  return after?.label === label && after.distance <= reach
}

/** Whether the closest word before it makes it a number that names nobody, such as a waiting number. */
export function isOtherNumber(window: NumberWindow): boolean {
  const before = window.labelBefore()
  return before?.label === 'other' && before.distance <= DIRECT
}
