import type { Hospital } from './hospital.ts'

/** Where somebody turns whose right was not met (개인정보 보호법 §38⑤, §43, §62); ids of the hospital file's helplines. */
const OBJECTION_LINES: readonly string[] = ['118', '1833-6972']

/** Those lines by name and number; the hospital's own number where its file has none of them. */
export function objectionLines({ helplines, phone }: Hospital, language: 'ko' | 'en'): string {
  const lines = helplines.filter(({ id }) => OBJECTION_LINES.includes(id))
  return lines.map(({ label, number }) => `${label[language]} ${number}`).join(', ') || phone
}
