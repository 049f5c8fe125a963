import type { Category, TicketType, Urgency } from '../../src/tickets/vocabulary.ts'
import { CRITICAL_RULES, DEFAULT_URGENCY, HIGH_RULES, RAISING_RULES, type UrgencyRule } from './rules/urgencyRules.ts'

const RAISED: Readonly<Record<Urgency, Urgency>> = { critical: 'critical', high: 'high', normal: 'high', low: 'normal' }

/**
 * How soon a person must act on a text in which no crisis was found. Only complaints can be urgent: whatever words
 * praise or a question holds, nobody waits for help.
 */
export function findUrgency(text: string, type: TicketType, category: Category | undefined): Urgency {
  if (type !== 'complaint') return 'low'
  if (CRITICAL_RULES.some((rule) => applies(rule, text))) return 'critical'
  const usual = category === undefined ? 'normal' : DEFAULT_URGENCY[category]
  if (usual === 'critical' || usual === 'high') return usual
  if (HIGH_RULES.some((rule) => applies(rule, text))) return 'high'
  return RAISING_RULES.some((rule) => applies(rule, text)) ? RAISED[usual] : usual
}

function applies(rule: UrgencyRule, text: string): boolean {
  return rule.words.test(text) && (rule.with?.test(text) ?? true) && !(rule.unless?.test(text) ?? false)
}
