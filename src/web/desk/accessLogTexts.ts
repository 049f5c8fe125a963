import type { Texts } from './texts.ts'

/** Who is meant by the log: a colleague by name, an operator, or somebody the hospital file does not know. */
export function actorName(who: string, name: string | undefined, { log }: Texts): string {
  if (name !== undefined) return name
  return who === 'operator' ? log.operator : log.unknown.replace('{{id}}', who)
}

/** A reason in words: one of the choices, or what was written. */
export function reasonText(reason: string, { reveal, decision }: Texts): string {
  const choices: Readonly<Record<string, string>> = { ...decision.reasons, ...reveal.reasons }
  const [, written] = /^other: (.*)$/s.exec(reason) ?? []
  return written === undefined ? (choices[reason] ?? reason) : `${reveal.reasons.other}: ${written}`
}

/** Which part of a ticket, or of what else, a line is about. */
export function fieldText(field: string, { log, history }: Texts): string {
  const known: Readonly<Record<string, string>> = { ...history, ...log.field }
  const [, month] = /^access_log:(\d{4}-\d\d)/.exec(field) ?? []
  if (month !== undefined) return `${log.title} ${month}`
  return known[field] ?? field.replace(/^\[|\]$/g, '')
}
