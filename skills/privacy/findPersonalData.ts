import { PERSONAL_DATA_TYPES, type Finding } from './personalData.ts'
import { findPlainNames } from './names/findPlainNames.ts'
import { BIRTHDATE_RULES } from './rules/birthdateRules.ts'
import { CONTACT_RULES } from './rules/contactRules.ts'
import { ID_NUMBER_RULES } from './rules/idNumberRules.ts'
import { MONEY_RULES } from './rules/moneyRules.ts'
import { roleOf } from './rules/nameRole.ts'
import { NAME_RULES } from './rules/nameRules.ts'
import { RECORD_RULES } from './rules/recordRules.ts'
import type { Rule } from './rules/rule.ts'
import { findNumbers } from './numbers/findNumbers.ts'
import { createShadow, toOriginal, type Shadow } from './shadow.ts'
import { readSpokenDigits } from './spoken/spokenDigits.ts'
import { findTokens } from './tokens.ts'

const RULES: readonly Rule[] = [
  ...ID_NUMBER_RULES,
  ...MONEY_RULES,
  ...CONTACT_RULES,
  ...RECORD_RULES,
  ...BIRTHDATE_RULES,
]
const NEARBY = 30

type Candidate = Finding & { readonly sure: boolean }
type Span = { readonly start: number; readonly end: number }

/**
 * Finds personal data in Korean and English text, disguised numbers included.
 * @returns stretches of `text` in reading order that do not overlap, in UTF-16 offsets; empty where there are none
 */
export function findPersonalData(text: string): readonly Finding[] {
  const plain = createShadow(text)
  const spoken = readSpokenDigits(plain)
  const shadows = spoken === undefined ? [plain] : [plain, spoken]
  const found = shadows.flatMap((shadow) => [
    ...findNumbers(shadow),
    ...(shadow === plain ? plainNames(shadow) : []),
    ...(shadow === plain ? [...RULES, ...NAME_RULES] : RULES).flatMap((rule) => matches(shadow, rule)),
  ])
  const tokens = findTokens(text)
  return strongest(found.filter((finding) => !tokens.some((token) => overlap(token, finding)))).map(toFinding)
}

function plainNames(shadow: Shadow): readonly Candidate[] {
  return findPlainNames(shadow.text).map(({ start, end }) => {
    const before = shadow.text.slice(Math.max(0, start - NEARBY), start)
    const after = shadow.text.slice(end, end + NEARBY)
    const role = roleOf({ value: shadow.text.slice(start, end), digits: '', before, after })
    return { ...toOriginal(shadow, start, end), type: 'name', sure: false, ...(role ? { role } : {}) }
  })
}

function matches(shadow: Shadow, { type, pattern, needs, accept, role }: Rule): readonly Candidate[] {
  if (needs && !needs.test(shadow.text)) return []
  const findings: Candidate[] = []
  for (const match of shadow.text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.['value'] ?? [match.index, match.index + match[0].length]
    const value = shadow.text.slice(start, end)
    const before = shadow.text.slice(Math.max(0, start - NEARBY), start)
    const after = shadow.text.slice(end, end + NEARBY)
    const candidate = { value, digits: value.replace(/\D/g, ''), before, after }
    if (accept && !accept(candidate)) continue
    const whose = role?.(candidate)
    findings.push({ ...toOriginal(shadow, start, end), type, sure: false, ...(whose ? { role: whose } : {}) })
  }
  return findings
}

/** Of findings that overlap, keeps what may never be kept, then what its words announce, then the stronger kind, then the longer. */
function strongest(findings: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = []
  for (const finding of findings.toSorted((a, b) => rank(a) - rank(b) || length(b) - length(a))) {
    if (kept.every((other) => !overlap(finding, other))) kept.push(finding)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}

function rank({ type, sure }: Candidate): number {
  return PERSONAL_DATA_TYPES.indexOf(type) - (sure ? PERSONAL_DATA_TYPES.length : 0)
}

function length({ start, end }: Span): number {
  return end - start
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start
}

function toFinding({ start, end, type, role }: Candidate): Finding {
  return { start, end, type, ...(role ? { role } : {}) }
}
