import { HEALTH_WORDS } from './rules/healthWords.ts'

/** Whether a text holds health information, which needs consent of its own (article 23 of the Privacy Act). */
export function holdsHealth(text: string): boolean {
  return HEALTH_WORDS.some((words) => words.test(text))
}
