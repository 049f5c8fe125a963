import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { response as responseSchema } from './schemas/response.ts'

/** A broken limit: where (`template.outputs.0.simpleText.text`) and which, never what was written there. */
export interface ResponseProblem {
  readonly path: string
  readonly problem: string
}

const maxDepth = 64
const notJson = 'not JSON, or nested too deep'

/** What JSON would carry as `null`, which Kakao refuses anywhere. Also stops at cycles. */
const findHoles = (value: unknown, path: readonly (string | number)[] = []): readonly ResponseProblem[] => {
  if (value === null) return [{ path: path.join('.'), problem: 'null' }]
  if (typeof value === 'bigint') return [{ path: path.join('.'), problem: notJson }]
  if (typeof value !== 'object') return []
  if (path.length > maxDepth) return [{ path: path.slice(0, 4).join('.'), problem: notJson }]
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, item]) => findHoles(item, [...path, key]))
  return value.flatMap((item: unknown, index) => findHoles(item === undefined ? null : item, [...path, index]))
}

const problemOf = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'too_big':
      return `more than ${String(issue.maximum)} ${issue.origin === 'array' ? 'items' : 'characters'}`
    case 'too_small':
      return issue.origin === 'array' ? 'empty' : 'too small'
    case 'invalid_union':
    case 'invalid_value':
      return issue.input === undefined ? 'missing' : 'unknown value'
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : `not of type ${issue.expected}`
    default:
      return issue.message ?? 'invalid'
  }
}

const findShapeProblems = (response: unknown): readonly ResponseProblem[] => {
  const reading = z.safeParse(responseSchema, response, { error: problemOf })
  if (reading.success) return []
  return reading.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message }))
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length

const templateSchema = z.object({
  template: z.object({ outputs: z.array(z.unknown()), quickReplies: z.optional(z.unknown()) }),
})

const findOversize = (response: unknown): readonly ResponseProblem[] => {
  const reading = z.safeParse(templateSchema, response)
  if (!reading.success) return []
  const { outputs, quickReplies } = reading.data.template
  const parts = [...outputs.map((output, index) => [`outputs.${index}`, output]), ['quickReplies', quickReplies ?? []]]
  return parts
    .filter(([, part]) => bytesOf(part) > limits.bubbleBytes)
    .map(([path]) => ({ path: `template.${String(path)}`, problem: `more than ${limits.bubbleBytes} bytes` }))
}

/**
 * Every documented limit the response breaks; empty when Kakao should show it.
 * Kakao shows nothing at all of a response that breaks one, so send `degrade(response)` where this is not empty.
 */
export const validateResponse = (response: unknown): readonly ResponseProblem[] => {
  const holes = findHoles(response)
  if (holes.some(({ problem }) => problem === notJson)) return holes
  const shape = findShapeProblems(response)
  const named = new Set(shape.map(({ path }) => path))
  return [...shape, ...holes.filter(({ path }) => !named.has(path)), ...findOversize(response)]
}
