import { replies as english } from '../../locales/en/replies.ts'
import { replies as korean } from '../../locales/ko/replies.ts'

/** Tells whether the place for what staff found out is still empty in an answer made from a draft. */
export function holdsBlank(text: string): boolean {
  return text.includes(korean.blank) || text.includes(english.blank)
}
