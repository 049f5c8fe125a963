import { ENGLISH_NAME_RULES } from './englishNameRules.ts'
import { FOREIGN_NAME_RULES } from './foreignNameRules.ts'
import { KIN_NAME_RULES } from './kinNameRules.ts'
import type { Rule } from './rule.ts'
import { LABELLED_NAME_RULES } from './labelledNameRules.ts'
import { STATED_NAME_RULES } from './statedNameRules.ts'
import { TITLED_NAME_RULES } from './titledNameRules.ts'
import { TOLD_NAME_RULES } from './toldNameRules.ts'

/** Names of people. */
export const NAME_RULES: readonly Rule[] = [
  ...TITLED_NAME_RULES,
  ...TOLD_NAME_RULES,
  ...LABELLED_NAME_RULES,
  ...STATED_NAME_RULES,
  ...KIN_NAME_RULES,
  ...FOREIGN_NAME_RULES,
  ...ENGLISH_NAME_RULES,
]
