import * as z from 'zod/mini'
import { KakaoApiError } from './kakaoApiError.ts'
import { limits } from './limits.ts'
import { kakaoApiUrl, requestKakao, type Fetch } from './requestKakao.ts'
import { orElse, tolerant } from './schemas/tolerant.ts'

/** Whom to speak to. `botUserKey` is the `user.id` of a skill payload. */
export interface EventUser {
  readonly type: 'botUserKey' | 'plusfriendUserKey' | 'appUserId'
  readonly id: string
}

/** One Event API call. */
export interface KakaoEvent {
  /** The event set on a block in the admin centre, letter by letter. */
  readonly name: string
  /** For bubbles written in the admin centre: `{{#current.event.data.key}}`. */
  readonly data?: Readonly<Record<string, string>>
  /** 1 to 100, each once. */
  readonly users: readonly EventUser[]
  /** Arrive at the event block's skill as `requestParams`. */
  readonly params?: Readonly<Record<string, string>>
}

/** Why one recipient got nothing. */
export interface EventFailure {
  readonly userId: string | undefined
  readonly errorType: string | undefined
  readonly message: string | undefined
}

/** What became of an accepted call. While `isComplete` is false some recipients are still waiting. */
export interface EventTask {
  readonly taskId: string
  readonly isComplete: boolean
  readonly requestedCount: number
  readonly successCount: number
  readonly failures: readonly EventFailure[]
}

/** Speaks first to people who added the channel. Kakao charges for each message, on the development channel too. */
export interface EventApi {
  /**
   * Asks Kakao to run the event block for some people. The task id says "accepted", not "delivered".
   * Kakao knows no idempotency: after `unclear`, do not send again without thought.
   * @throws {KakaoApiError}
   */
  readonly sendEvent: (event: KakaoEvent) => Promise<{ readonly taskId: string }>
  /** @throws {KakaoApiError} */
  readonly getTask: (taskId: string) => Promise<EventTask>
}

/** Where and as whom to call. */
export interface EventApiOptions {
  /** Default `https://bot-api.kakao.com`. */
  readonly baseUrl?: string
  /** REST API key of the app that is linked to the channel. */
  readonly restApiKey: string
  /** With a trailing `!` for the development channel. */
  readonly botId: string
  readonly fetch?: Fetch
  readonly timeoutMs?: number
}

const acknowledgementSchema = z.object({ taskId: tolerant(z.string()), status: z.string() })

const count = orElse(z.number(), 0)
const code = tolerant(z.union([z.string(), z.number()]))

const failureSchema = z.object({
  userId: tolerant(z.string()),
  errorMsg: tolerant(z.object({ errorType: code, msg: tolerant(z.string()) })),
})

const taskSchema = z.object({
  taskId: z.string(),
  allRequestCount: count,
  successCount: count,
  fail: tolerant(z.object({ count, list: orElse(z.array(failureSchema), []) })),
})

const readFailure = ({ userId, errorMsg }: z.infer<typeof failureSchema>): EventFailure => ({
  userId,
  errorType: errorMsg?.errorType === undefined ? undefined : String(errorMsg.errorType),
  message: errorMsg?.msg,
})

const readTask = (json: unknown): EventTask => {
  const reading = z.safeParse(taskSchema, json)
  if (!reading.success) throw new KakaoApiError('unclear', 'Kakao gave no readable task')
  const { taskId, allRequestCount, successCount, fail } = reading.data
  return {
    taskId,
    // Kakao documents no status for "still under way"; the counts tell.
    isComplete: allRequestCount > 0 && successCount + (fail?.count ?? 0) >= allRequestCount,
    requestedCount: allRequestCount,
    successCount,
    failures: (fail?.list ?? []).map(readFailure),
  }
}

const readAcknowledgement = (json: unknown): { readonly taskId: string } => {
  const reading = z.safeParse(acknowledgementSchema, json)
  if (reading.success && reading.data.status !== 'SUCCESS')
    throw new KakaoApiError('rejected', 'Kakao refused the event')
  const taskId = reading.data?.taskId
  if (taskId === undefined) throw new KakaoApiError('unclear', 'Kakao gave no task id')
  return { taskId }
}

const checkUsers = (users: readonly EventUser[]): void => {
  const isDistinct = new Set(users.map(({ type, id }) => `${type} ${id}`)).size === users.length
  if (users.length === 0 || users.length > limits.eventUsers || !isDistinct) {
    throw new KakaoApiError('rejected', `An event goes to 1 to ${limits.eventUsers} users, each once`)
  }
}

/** A client of the Event API ("Event API", Kakao Business guide). */
export const createEventApi = ({
  baseUrl = kakaoApiUrl,
  restApiKey,
  botId,
  fetch = globalThis.fetch,
  timeoutMs = 5000,
}: EventApiOptions): EventApi => {
  const root = baseUrl.replace(/\/+$/u, '')
  const headers = { authorization: `KakaoAK ${restApiKey}`, 'content-type': 'application/json' }
  return {
    sendEvent: async ({ name, data, users, params }) => {
      checkUsers(users)
      const body = JSON.stringify({ event: { name, ...(data && { data }) }, user: users, ...(params && { params }) })
      const url = `${root}/v2/bots/${encodeURIComponent(botId)}/talk`
      return readAcknowledgement(await requestKakao(fetch, url, { method: 'POST', headers, body, timeoutMs }))
    },
    getTask: async (taskId) => {
      const url = `${root}/v1/tasks/${encodeURIComponent(taskId)}`
      return readTask(await requestKakao(fetch, url, { headers, timeoutMs }))
    },
  }
}
