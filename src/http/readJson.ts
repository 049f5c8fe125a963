import type { IncomingMessage } from 'node:http'

import type { z } from 'zod'

import { HttpProblem } from './httpProblem.ts'
import { readBody } from './readBody.ts'

const defaultMaxBytes = 64 * 1024

/**
 * Reads a JSON body, whatever content type it claims: real clients claim several, or none.
 * An empty body is `undefined` to the schema.
 *
 * @throws {HttpProblem} 413 `too_large` over `maxBytes`, 400 `invalid_json`, 400 `invalid_body`
 */
export async function readJson<T>(
  request: IncomingMessage,
  schema: z.ZodType<T>,
  maxBytes = defaultMaxBytes,
): Promise<T> {
  const text = (await readBody(request, maxBytes)).toString('utf8')
  return checkBody(schema, text.trim() === '' ? undefined : parseJson(text))
}

/** @throws {HttpProblem} 400 `invalid_json`; the message repeats nothing of the text */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpProblem(400, 'invalid_json', 'The body is not JSON.')
  }
}

/** @throws {HttpProblem} 400 `invalid_body`, naming the path of each bad field and never its content */
export function checkBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const { success, data, error } = schema.safeParse(body)
  if (success) return data
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
  throw new HttpProblem(400, 'invalid_body', problems.join('; '))
}
