import { refuse } from './httpAnswers.ts'
import { parseJson } from './parseJson.ts'
import { readBody } from './readBody.ts'
import { isKnownSecret } from './secretCheck.ts'

/** A web-standard handler: it fits edge runtimes as it is, and node through `createNodeListener`. */
export type WebHandler = (request: Request) => Promise<Response>

/** Who may call, and how long an answer may take. */
export interface GuardOptions {
  /** Accepted values of the secret header; two at once while changing it. */
  readonly secrets: readonly string[]
  /** Where the operator put the secret in the admin centre (헤더값입력). */
  readonly headerName?: string
  /** With no secret at all, every call is refused unless this is true. */
  readonly allowUnauthenticated?: boolean
  /** Calls of any other bot are refused; absent: any bot. With or without the `!` of the development channel. */
  readonly botId?: string | undefined
  /** When the answer is given up. Kakao gives up after 5 seconds, the way there and back included. */
  readonly deadlineMs?: number
  readonly maxBodyBytes?: number
}

/** The body of a call, or why there is none. */
export type BodyReading =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreadable'; readonly code: 'body_too_large' | 'body_late' | 'bad_json' }

/** Stands for work that was not done by the deadline. */
export const late = Symbol('late')

/** The result of some work, or `late` where the signal was aborted first. */
export const beforeAbort = <Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | typeof late> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(late), { once: true })
    work.then(resolve, reject)
  })

/** A bot's id without the `!` of the development channel. */
export const bareBotId = (id: string): string => id.replace(/!$/u, '')

/** The bot id of a body that may be malformed otherwise. */
const findBotId = (body: unknown): string | undefined => {
  const { bot } = (body ?? {}) as { readonly bot?: { readonly id?: unknown } | null }
  return typeof bot?.id === 'string' ? bareBotId(bot.id) : undefined
}

const readCall = async (
  request: Request,
  { botId = '', maxBodyBytes = 64 * 1024 }: GuardOptions,
): Promise<BodyReading> => {
  const text = await readBody(request, maxBodyBytes)
  if (text === undefined) return { kind: 'unreadable', code: 'body_too_large' }
  const value = parseJson(text)
  if (value === undefined) return { kind: 'unreadable', code: 'bad_json' }
  const caller = findBotId(value)
  const isForeign = botId !== '' && caller !== undefined && caller !== bareBotId(botId)
  return isForeign ? { kind: 'foreign' } : { kind: 'json', value }
}

/** What to do with a call that passed. */
export interface GuardedCall {
  readonly report: (code: 'unauthorized' | 'foreign_bot') => void
  /** Never rejects. `signal` is aborted at the deadline. */
  readonly handle: (readBody: () => Promise<BodyReading>, signal: AbortSignal) => Promise<Response>
}

/** Lets nobody through without the secret: 405 for anything but POST, 401 before the body is read. */
export const createGuardedHandler = (guard: GuardOptions, { report, handle }: GuardedCall): WebHandler => {
  const { secrets, headerName = 'x-skill-secret', allowUnauthenticated = false, deadlineMs = 3500 } = guard
  const isOpen = allowUnauthenticated && secrets.length === 0
  return async (request) => {
    if (request.method !== 'POST') return refuse(405, 'method_not_allowed', 'Use POST.', { allow: 'POST' })
    if (!isOpen && !isKnownSecret(request.headers.get(headerName), secrets)) {
      report('unauthorized')
      return refuse(401, 'unauthorized', 'The skill secret is missing or wrong.')
    }
    const deadline = new AbortController()
    const reason = new DOMException('The answer came too late', 'TimeoutError')
    const timer = setTimeout(() => deadline.abort(reason), deadlineMs)
    const readInTime = async (): Promise<BodyReading> => {
      const body = await beforeAbort(readCall(request, guard), deadline.signal)
      if (body === late) return { kind: 'unreadable', code: 'body_late' }
      if (body.kind === 'foreign') report('foreign_bot')
      return body
    }
    try {
      return await handle(readInTime, deadline.signal)
    } finally {
      clearTimeout(timer)
    }
  }
}

/** What a foreign bot hears. */
export const refuseForeignBot = (): Response => refuse(403, 'foreign_bot', 'This skill does not serve that bot.')
