import { readdirSync, readFileSync } from 'node:fs'

import { z } from 'zod'

import { CATEGORIES, CRISIS_KINDS, TICKET_TYPES, URGENCIES } from '../../../src/tickets/vocabulary.ts'

const FOLDER = new URL('../examples/', import.meta.url)

const example = z.strictObject({
  text: z.string().min(1),
  type: z.enum(TICKET_TYPES),
  /** Null for what files nothing. */
  category: z.enum(CATEGORIES).nullable(),
  department: z.string().nullable(),
  urgency: z.enum(URGENCIES).nullable(),
})
const dangerous = z.strictObject({ text: z.string().min(1), crisis: z.enum(CRISIS_KINDS) })
const harmless = z.strictObject({ text: z.string().min(1) })
const critical = z.strictObject({ text: z.string().min(1), urgency: z.literal('critical') })

/** One labelled utterance. */
type Example = z.infer<typeof example>

/** All that is learned from, as it stands in `examples/`. */
export type Examples = {
  readonly ordinary: readonly Example[]
  readonly dangerous: readonly z.infer<typeof dangerous>[]
  /** Words of danger without the danger. */
  readonly harmless: readonly z.infer<typeof harmless>[]
  /** Urgent beyond all else although nothing in them is a crisis. */
  readonly critical: readonly z.infer<typeof critical>[]
}

/**
 * Reads every file of examples, in the order of their names.
 * @throws when a line is not as it should be, naming its file and number
 */
export function readExamples(): Examples {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
  return {
    ordinary: files.flatMap((name) => readLines(name, example)),
    dangerous: readLines('danger/danger.jsonl', dangerous),
    harmless: readLines('danger/harmless.jsonl', harmless),
    critical: readLines('danger/critical.jsonl', critical),
  }
}

function readLines<T>(name: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(new URL(name, FOLDER), 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, schema, `${name}:${index + 1}`)]))
}

function readLine<T>(line: string, schema: z.ZodType<T>, place: string): T {
  const read = schema.safeParse(JSON.parse(line))
  if (!read.success) throw new Error(`${place}: ${z.prettifyError(read.error)}`)
  return read.data
}
