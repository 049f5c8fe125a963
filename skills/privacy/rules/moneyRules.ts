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
  { type: 'card', pattern: written(String.raw`(?<![\dA-Za-z])\d{4,6}[*xX●＊•]{5,9}\d{3,4}(?![\dA-Za-z])`) },
  {
    type: 'card',
    pattern: written(String.raw`(?<!\d)3[47]\d{2}${BETWEEN_GROUPS}[\d*xX●＊•]{6}${BETWEEN_GROUPS}[\d*xX●＊•]{5}(?!\d)`),
  },
]
