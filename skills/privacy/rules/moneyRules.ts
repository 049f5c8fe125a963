import { written, type Rule } from './rule.ts'

const BETWEEN_GROUPS = String.raw`[\s.\-_/]{1,3}`
const HIDDEN = String.raw`[\d*xX●＊•]`

/** Cards of which a receipt shows a part. */
export const MONEY_RULES: readonly Rule[] = [
  {
    type: 'card',
    pattern: written(String.raw`(?<!\d)\d{4}(?:${BETWEEN_GROUPS}${HIDDEN}{4}){2}${BETWEEN_GROUPS}${HIDDEN}{4}(?!\d)`),
    accept: ({ value }) => /[*xX●＊•]/.test(value),
  },
]
