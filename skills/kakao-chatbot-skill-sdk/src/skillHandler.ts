import { simpleText, skillResponse } from './builders.ts'
import { degrade } from './degrade.ts'
import { outputText } from './outputText.ts'
import { readBody } from './readBody.ts'
import { isKnownSecret } from './secretCheck.ts'
import { findBotId, parseSkillPayload, type SkillPayload } from './skillPayload.ts'
import type { SkillResponse } from './skillResponse.ts'
import { validateResponse } from './validateResponse.ts'

/**
 * What went wrong with a call. Stable, for logs and counters.
 * `call_failed` is anything else, such as a caller who hung up.
 * `invalid_answer` and `bad_payload` come with the broken paths as `error`; the others with what was thrown, if anything.
 */
export type SkillErrorCode =
  | 'unauthorized'
  | 'foreign_bot'
  | 'body_too_large'
  | 'body_late'
  | 'bad_json'
  | 'bad_payload'
  | 'answer_failed'
  | 'answer_late'
  | 'late_answer_failed'
  | 'invalid_answer'
  | 'last_resort_failed'
  | 'call_failed'

/** How a skill is answered. */
export interface SkillHandlerOptions {
  /** Accepted values of the secret header; two at once while changing it. */
  readonly secrets: readonly string[]
  /** Where the operator put the secret in the admin centre (헤더값입력). */
  readonly headerName?: string
  /** With no secret at all, every call is refused unless this is true. */
  readonly allowUnauthenticated?: boolean
  /** Payloads of any other bot are refused; absent: any bot. With or without the `!` of the development channel. */
  readonly botId?: string | undefined
  /** When the last resort is answered instead. Kakao gives up after 5 seconds, the way there and back included. */
  readonly deadlineMs?: number
  readonly maxBodyBytes?: number
  /** The conversation. `signal` is aborted once its answer can no longer be shown; a later answer is dropped. */
  readonly answer: (payload: SkillPayload, turn: { readonly signal: AbortSignal }) => Promise<SkillResponse>
  /** What to say when there is no answer; the payload where it could be read. */
  readonly lastResort: (payload: SkillPayload | undefined) => SkillResponse
  readonly onError?: (code: SkillErrorCode, error?: unknown) => void
}

/** A web-standard handler: it fits edge runtimes as it is, and node through `createNodeListener`. */
export type SkillHandler = (request: Request) => Promise<Response>

type Call =
  | { readonly kind: 'payload'; readonly payload: SkillPayload }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreadable'; readonly code: SkillErrorCode; readonly error?: unknown }

const late = Symbol('late')
const failed = Symbol('failed')

const beforeAbort = <Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | typeof late> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(late), { once: true })
    work.then(resolve, reject)
  })

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })

const refuse = (status: number, code: string, message: string, headers?: Readonly<Record<string, string>>): Response =>
  json(status, { error: { code, message } }, headers)

const parseJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const readCall = async (request: Request, botId: string | undefined, maxBodyBytes: number): Promise<Call> => {
  const body = await readBody(request, maxBodyBytes)
  if (body === undefined) return { kind: 'unreadable', code: 'body_too_large' }
  const json = parseJson(body)
  if (!json) return { kind: 'unreadable', code: 'bad_json' }
  const givenBotId = findBotId(json.value)
  if (botId && givenBotId !== undefined && givenBotId !== botId) return { kind: 'foreign' }
  const reading = parseSkillPayload(json.value)
  if (!reading.ok) return { kind: 'unreadable', code: 'bad_payload', error: reading.paths }
  return { kind: 'payload', payload: reading.value }
}

/** What is said when even the last resort fails. */
const lastWords = skillResponse({ outputs: [simpleText('잠시 후 다시 시도해 주세요.')] })

/**
 * Answers Kakao's skill calls. 401 for a wrong secret, 403 for a foreign bot, 405 for anything but POST; every other
 * call gets 200 and a valid response, whatever was sent and whatever `answer` does, because Kakao shows the person
 * nothing at all of any other answer.
 */
export const createSkillHandler = ({
  secrets,
  headerName = 'x-skill-secret',
  allowUnauthenticated = false,
  botId,
  deadlineMs = 3500,
  maxBodyBytes = 64 * 1024,
  answer,
  lastResort,
  onError,
}: SkillHandlerOptions): SkillHandler => {
  const ownBotId = botId?.replace(/!$/u, '')
  const isOpen = allowUnauthenticated && secrets.length === 0

  const report = (code: SkillErrorCode, error?: unknown): void => {
    try {
      onError?.(code, error)
    } catch {
      // A failing log must not cost the person their answer.
    }
  }

  const giveUp = (payload?: SkillPayload): SkillResponse => {
    try {
      return degrade(lastResort(payload))
    } catch (error) {
      report('last_resort_failed', error)
      return lastWords
    }
  }

  const tryAnswer = async (payload: SkillPayload, signal: AbortSignal): Promise<SkillResponse | typeof failed> => {
    try {
      return await answer(payload, { signal })
    } catch (error) {
      report(signal.aborted ? 'late_answer_failed' : 'answer_failed', error)
      return failed
    }
  }

  /** Programs without types may answer anything, nothing included. */
  const mend = (response: SkillResponse | undefined | null, payload: SkillPayload): SkillResponse => {
    const problems = validateResponse(response)
    if (response && problems.length === 0) return response
    report('invalid_answer', problems)
    return response && outputText(response.template) !== '' ? degrade(response) : giveUp(payload)
  }

  const answerPayload = async (payload: SkillPayload, signal: AbortSignal): Promise<SkillResponse> => {
    const response = await beforeAbort(tryAnswer(payload, signal), signal)
    if (response === late) report('answer_late')
    return response === late || response === failed ? giveUp(payload) : mend(response, payload)
  }

  const handleCall = async (request: Request, signal: AbortSignal): Promise<Response> => {
    const call = await beforeAbort(readCall(request, ownBotId, maxBodyBytes), signal)
    if (call === late) {
      report('body_late')
      return json(200, giveUp())
    }
    if (call.kind === 'payload') return json(200, await answerPayload(call.payload, signal))
    if (call.kind === 'unreadable') {
      report(call.code, call.error)
      return json(200, giveUp())
    }
    report('foreign_bot')
    return refuse(403, 'foreign_bot', 'This skill does not serve that bot.')
  }

  return async (request) => {
    if (request.method !== 'POST') return refuse(405, 'method_not_allowed', 'Use POST.', { allow: 'POST' })
    if (!isOpen && !isKnownSecret(request.headers.get(headerName), secrets)) {
      report('unauthorized')
      return refuse(401, 'unauthorized', 'The skill secret is missing or wrong.')
    }
    const deadline = new AbortController()
    const timer = setTimeout(
      () => deadline.abort(new DOMException('The answer came too late', 'TimeoutError')),
      deadlineMs,
    )
    try {
      return await handleCall(request, deadline.signal)
    } catch (error) {
      report('call_failed', error)
      return json(200, giveUp())
    } finally {
      clearTimeout(timer)
    }
  }
}
