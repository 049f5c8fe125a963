import { z } from 'zod'

import { findPersonalData } from '../privacy/findPersonalData.ts'
import { understand } from './understand.ts'
import type { Understanding } from './understanding.ts'

const LINE = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  channel: z.string().optional(),
  lang: z.string().optional(),
})

/** The answer to one input line: a JSON line either way. */
export type LineAnswer = { readonly ok: boolean; readonly json: string }

/**
 * Answers one JSON line of the `understand` command. A line that cannot be read is answered with what is wrong with
 * it, never with its text.
 * @param number counted from one, named in the error
 * @param improve makes a better answer of the rules' one; absent: the rules alone
 */
export async function understandLine(
  line: string,
  number: number,
  now: Date,
  improve?: (text: string, local: Understanding) => Promise<Understanding>,
): Promise<LineAnswer> {
  const value = parseJson(line)
  if (value === undefined) return refusal(number, 'not JSON')
  const parsed = LINE.safeParse(value)
  if (!parsed.success) return refusal(number, problem(parsed.error))
  const { id, text } = parsed.data
  const local = understand(text, { now })
  const { type, category, department, urgency, crisis, confidence, abstained } = (await improve?.(text, local)) ?? local
  return {
    ok: true,
    json: JSON.stringify({
      id,
      type,
      category: category ?? null,
      department,
      urgency,
      crisis: crisis ?? null,
      confidence,
      abstained,
      spans: findPersonalData(text),
    }),
  }
}

function refusal(line: number, message: string): LineAnswer {
  return { ok: false, json: JSON.stringify({ error: { line, message } }) }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function problem(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ')
}
