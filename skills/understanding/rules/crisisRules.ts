import type { DangerRule } from './danger/dangerRule.ts'
import { HARASSMENT_RULES } from './danger/harassment.ts'
import { MEDICAL_EMERGENCY_RULES } from './danger/medicalEmergency.ts'
import { SELF_HARM_RULES } from './danger/selfHarm.ts'
import { VIOLENCE_RULES } from './danger/violence.ts'

/** Every rule, in the order of what is answered first when a text holds several dangers. */
export const CRISIS_RULES: readonly DangerRule[] = [
  ...SELF_HARM_RULES,
  ...MEDICAL_EMERGENCY_RULES,
  ...HARASSMENT_RULES,
  ...VIOLENCE_RULES,
]
