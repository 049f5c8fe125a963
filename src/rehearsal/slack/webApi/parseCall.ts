import { z } from 'zod'
import { SlackRefusal } from '../state/slackRefusal.ts'
import type { WebApiArgs } from './webApiMethod.ts'

/** The parts of an HTTP request that make a call. */
export type CallRequest = {
  readonly body: string
  readonly contentType: string
  readonly authorization: string | undefined
}

const jsonArguments: ReadonlySet<string> = new Set(['attachments', 'blocks', 'metadata', 'view'])
const jsonBody = z.record(z.string(), z.unknown())

/**
 * Reads a call as @slack/web-api sends it: a form in which structured arguments are JSON text, or a JSON body; the token in
 * the header or among the arguments.
 * @throws SlackRefusal `invalid_json`, `json_not_object`, `invalid_post_type`
 */
export const parseCall = (request: CallRequest): { readonly token: string | undefined; readonly args: WebApiArgs } => {
  const { token, ...args } = argumentsOf(request)
  const bearer = /^Bearer (.+)$/i.exec(request.authorization ?? '')?.[1]
  return { token: bearer ?? (typeof token === 'string' ? token : undefined), args }
}

const argumentsOf = ({ body, contentType }: CallRequest): Record<string, unknown> => {
  if (contentType.startsWith('application/x-www-form-urlencoded') || contentType === '')
    return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, formValue(name, value)]))
  if (!contentType.startsWith('application/json')) throw new SlackRefusal('invalid_post_type')
  const parsed = readJson(body)
  if (parsed === undefined) throw new SlackRefusal('invalid_json')
  const args = jsonBody.safeParse(parsed)
  if (!args.success) throw new SlackRefusal('json_not_object')
  return args.data
}

/** JSON that does not parse stays text, which the method then refuses in its own words. */
const formValue = (name: string, value: string): unknown =>
  jsonArguments.has(name) ? (readJson(value) ?? value) : value

/** Parsed JSON; undefined where it is none. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
