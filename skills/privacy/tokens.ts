import type { TokenType, Vault, VaultEntry } from '../../src/consent/vault.ts'
import { digitsOf } from './digitsOf.ts'
import { domesticDigits } from './publicNumbers.ts'
import type { TextLanguage } from './textLanguage.ts'

const LABELS: Readonly<Record<TokenType, Readonly<Record<TextLanguage, string>>>> = {
  phone: { ko: '전화번호', en: 'phone number' },
  email: { ko: '이메일', en: 'e-mail' },
  address: { ko: '주소', en: 'address' },
  patient_no: { ko: '환자번호', en: 'patient number' },
  name: { ko: '이름', en: 'name' },
  staff_name: { ko: '직원', en: 'staff' },
  birthdate: { ko: '생년월일', en: 'date of birth' },
  car_plate: { ko: '차량번호', en: 'car number' },
  number: { ko: '숫자', en: 'number' },
}
const ALL_LABELS = Object.values(LABELS).flatMap(({ ko, en }) => [ko, en])
/** A token, in either language. */
export const TOKEN = new RegExp(String.raw`\[(?:${ALL_LABELS.join('|')})\s?\d{1,4}\]`, 'g')
const NAMES: readonly TokenType[] = ['name', 'staff_name']

/** Where the tokens of a text stand, in UTF-16 offsets. */
export function findTokens(text: string): readonly { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({ start: index, end: index + token.length }))
}

/** The entry that already stands for this value, however it was written that time. A person stays the same person. */
export function findEntry(vault: Vault, type: TokenType, value: string): VaultEntry | undefined {
  const wanted = normalForm(type, value)
  return vault.find(
    (entry) =>
      (entry.type === type || (NAMES.includes(entry.type) && NAMES.includes(type))) &&
      normalForm(entry.type, entry.value) === wanted,
  )
}

/** A token of that kind whose number none of `taken` has. */
export function nextToken(type: TokenType, language: TextLanguage, taken: readonly string[]): string {
  const { ko, en } = LABELS[type]
  const numbers = taken
    .filter((token) => token.startsWith(`[${ko}`) || token.startsWith(`[${en} `))
    .map((token) => Number(/\d+/.exec(token)?.[0]))
  const next = Math.max(0, ...numbers) + 1
  return language === 'ko' ? `[${ko}${next}]` : `[${en} ${next}]`
}

function normalForm(type: TokenType, value: string): string {
  if (type === 'phone') return domesticDigits(value)
  if (type === 'birthdate' || type === 'patient_no' || type === 'number') return digitsOf(value) || value
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.-]/g, '')
}
