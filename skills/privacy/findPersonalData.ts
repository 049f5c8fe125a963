import { PERSONAL_DATA_TYPES, type Finding } from './personalData.ts'
import { CONTACT_RULES } from './rules/contactRules.ts'
import { ID_NUMBER_RULES } from './rules/idNumberRules.ts'
import { MONEY_RULES } from './rules/moneyRules.ts'
import { NAME_RULES } from './rules/nameRules.ts'
import { RECORD_RULES } from './rules/recordRules.ts'
import type { Rule } from './rules/rule.ts'
import { createShadow, toOriginal, type Shadow } from './shadow.ts'
import { readSpokenDigits } from './spokenDigits.ts'

const RULES: readonly Rule[] = [...ID_NUMBER_RULES, ...MONEY_RULES, ...CONTACT_RULES, ...RECORD_RULES, ...NAME_RULES]
const NEARBY = 20

/**
 * Finds personal data in Korean and English text, disguised numbers included.
 * @returns stretches of `text` in reading order that do not overlap, in UTF-16 offsets; empty where there are none
 */
export function findPersonalData(text: string): readonly Finding[] {
  const plain = createShadow(text)
  const spoken = readSpokenDigits(plain)
  const shadows = spoken === undefined ? [plain] : [plain, spoken]
  return strongest(shadows.flatMap((shadow) => RULES.flatMap((rule) => matches(shadow, rule))))
}

function matches(shadow: Shadow, { type, pattern, accept }: Rule): readonly Finding[] {
  const findings: Finding[] = []
  for (const match of shadow.text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.['value'] ?? [match.index, match.index + match[0].length]
    const value = shadow.text.slice(start, end)
    const before = shadow.text.slice(Math.max(0, start - NEARBY), start)
    const after = shadow.text.slice(end, end + NEARBY)
    if (accept && !accept({ value, digits: value.replace(/\D/g, ''), before, after })) continue
    findings.push({ ...toOriginal(shadow, start, end), type })
  }
  return findings
}

/** Of findings that overlap, keeps the stronger kind, then the longer one. */
function strongest(findings: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = []
  for (const finding of findings.toSorted((a, b) => strength(a) - strength(b) || length(b) - length(a))) {
    if (kept.every((other) => finding.end <= other.start || finding.start >= other.end)) kept.push(finding)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}

function strength({ type }: Finding): number {
  return PERSONAL_DATA_TYPES.indexOf(type)
}

function length({ start, end }: Finding): number {
  return end - start
}
