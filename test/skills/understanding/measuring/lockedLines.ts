import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CATEGORIES, CRISIS_KINDS, TICKET_TYPES, URGENCIES } from '../../../../src/tickets/vocabulary.ts'

const ordinary = z.object({
  text: z.string(),
  type: z.enum(TICKET_TYPES),
  category: z.enum(CATEGORIES).nullable(),
  department: z.string().nullable(),
  urgency: z.enum(URGENCIES),
  also: z.array(z.enum(CATEGORIES)).default([]),
})
const danger = z.object({ text: z.string(), crisis: z.enum(CRISIS_KINDS) })
const line = z.object({ text: z.string() })

/** One ordinary line of the locked split with its labels. */
export type OrdinaryLine = z.infer<typeof ordinary>

/** The locked split: read to measure, never to train or to tune. */
export function readLocked() {
  return {
    ordinary: read('ordinary', ordinary),
    danger: read('danger', danger),
    critical: read('critical', line),
    harmless: read('harmless', line),
    everyday: read('everyday', line),
  }
}

function read<T>(name: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(new URL(`../locked/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((text) => schema.parse(JSON.parse(text)))
}
