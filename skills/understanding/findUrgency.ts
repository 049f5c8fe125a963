import type { Urgency } from '../../src/tickets/vocabulary.ts'
import { CRITICAL_RULES } from './rules/criticalRules.ts'
import { HIGH_RULES } from './rules/highRules.ts'
import type { UrgencyRule } from './rules/urgencyRule.ts'

/** How soon somebody must act on a complaint at least, as far as rules can tell. No model may lower it. */
export function leastUrgency(said: string): Urgency {
  if (CRITICAL_RULES.some((rule) => applies(rule, said))) return 'critical'
  return HIGH_RULES.some((rule) => applies(rule, said)) ? 'high' : 'low'
}

function applies({ words, with: also, unless }: UrgencyRule, said: string): boolean {
  return words.test(said) && (also?.test(said) ?? true) && !(unless?.test(said) ?? false)
}
