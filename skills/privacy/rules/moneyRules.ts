import { digits, NARROW, written, type Candidate, type Rule } from './rule.ts'

const BETWEEN_GROUPS = String.raw`[\s.\-_/]{1,3}`
const CARD_WORD = /카드|card/i
const BANK =
  /계좌|예금|통장|account|은행|뱅크|국민|신한|우리은행|하나은행|농협|기업은행|수협|새마을|신협|우체국|카카오|케이뱅크|토스|씨티|제일|산업은행/i
const MONEY_MOVES = /입금|환불|송금|이체|refund|transfer/i
const DATE_AT_START = /^(?:19|20)\d{2}\D?(?:0?[1-9]|1[0-2])\D?(?:0?[1-9]|[12]\d|3[01])(?!\d{6})/
const AMOUNT = /^\s?(?:원|만|천|won)/

/** Payment cards and bank accounts. Groups of four are taken whatever their check digit; loose runs must pass it. */
export const MONEY_RULES: readonly Rule[] = [
  {
    type: 'card',
    pattern: written(String.raw`(?<!\d)\d{4}(?:${BETWEEN_GROUPS}\d{4}){3}(?!\d)`),
    accept: (candidate) => !isListOfYears(candidate),
  },
  { type: 'card', pattern: written(String.raw`(?<!\d)3[47]\d{2}${BETWEEN_GROUPS}\d{6}${BETWEEN_GROUPS}\d{5}(?!\d)`) },
  {
    type: 'card',
    pattern: written(String.raw`(?<!\d)\d{4}(?:${BETWEEN_GROUPS}[\d*xX●]{4}){2}${BETWEEN_GROUPS}[\d*]{4}(?!\d)`),
    accept: hasStars,
  },
  { type: 'card', pattern: written(String.raw`(?<!\d)\d{13,19}(?!\d)`), accept: isCardRun },
  {
    type: 'card',
    pattern: written(String.raw`(?<!\d)`, digits(16, NARROW), String.raw`(?!${NARROW}\d)`),
    accept: isCardRun,
  },
  { type: 'account', pattern: written(String.raw`(?<![\d.])\d{10,14}(?!\d)`), accept: isAccount },
  {
    type: 'account',
    pattern: written(String.raw`(?<![\d.])\d{2,6}(?:\s?[-.]\s?\d{1,8}){1,4}(?!\d)`),
    accept: isAccount,
  },
  { type: 'account', pattern: written(String.raw`(?<![\d.])\d{2,6}(?:\s\d{2,8}){1,4}(?!\d)`), accept: isAccount },
]

function isCardRun(candidate: Candidate): boolean {
  const { digits: run, before } = candidate
  if (new Set(run).size === 1 || isListOfYears(candidate)) return false
  return passesLuhn(run) || (run.length >= 15 && CARD_WORD.test(before))
}

function hasStars({ value }: Candidate): boolean {
  return /[*xX●]/.test(value)
}

function isListOfYears({ value }: Candidate): boolean {
  return value.split(/\D+/).every((group) => /^(?:19|20)\d\d$/.test(group))
}

/** Account numbers have no shape of their own: only the words close by make ten to fourteen digits one. */
function isAccount({ value, digits: run, before, after }: Candidate): boolean {
  if (run.length < 10 || run.length > 14 || AMOUNT.test(after)) return false
  if (BANK.test(before) || BANK.test(after.slice(0, 10))) return !DATE_AT_START.test(value)
  return MONEY_MOVES.test(before) && !DATE_AT_START.test(value)
}

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
function passesLuhn(run: string): boolean {
  const sum = Array.from(run)
    .reverse()
    .reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2)
      return total + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
  return sum % 10 === 0
}
