import * as z from 'zod/mini'
import { readTask, type EventTask } from './eventTask.ts'
import { KakaoApiError } from './kakaoApiError.ts'
import { limits } from './limits.ts'
import { kakaoApiUrl, requestKakao, type Fetch } from './requestKakao.ts'
import { tolerant } from './schemas/tolerant.ts'

/** Whom to speak to. `botUserKey` is the `user.id` of a skill payload. */
export interface EventUser {
  readonly type: 'botUserKey' | 'plusfriendUserKey' | 'appUserId'
  readonly id: string
  /** Arrive in the event block's skill call as part of `user.properties`. */
  readonly properties?: Readonly<Record<string, string>>
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
