import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import type { KakaoUserEngine } from './kakaoUser.ts'
import { plusfriendUserKeyOf } from './wirePayload.ts'
import type { SkillFailureCode } from './skillCall.ts'

const requestSchema = z.object({
  event: z.object({ name: z.string(), data: z.optional(z.record(z.string(), z.string())) }),
  user: z
    .array(
      z.object({
        type: z.enum(['botUserKey', 'plusfriendUserKey', 'appUserId']),
        id: z.string(),
        properties: z.optional(z.record(z.string(), z.string())),
      }),
    )
    .check(z.minLength(1), z.maxLength(limits.eventUsers)),
  params: z.optional(z.record(z.string(), z.string())),
})

type EventUser = z.infer<typeof requestSchema>['user'][number]

interface Failure {
  readonly userId: string
  readonly reqUserType: string
  readonly createdAt: number
  readonly errorMsg: { readonly errorType: string; readonly msg: string }
}

interface Task {
  readonly requested: number
  succeeded: number
  readonly failures: Failure[]
}

/** The Event API behind its HTTP face. */
export interface EventTasks {
  /** The id of a new task, or why the request is refused. Delivery goes on after the answer. */
  readonly accept: (
    body: unknown,
  ) => { readonly ok: true; readonly taskId: string } | { readonly ok: false; readonly problem: string }
  /** The body of a task's result; `undefined` for an unknown task. */
  readonly find: (taskId: string) => object | undefined
}

/** The Event API's help page numbers these. For people who are no friends it has none, so that one is ours. */
const errorTypes: Readonly<Partial<Record<SkillFailureCode, string>>> = {
  http_status: '201',
  unreachable: '201',
  late: '202',
  dropped: '202',
}
const bubbleErrorType = '6'
const notFriendErrorType = 'NOT_FRIEND'

/** While it is under way Kakao documents no status; the counts tell. */
const statusOf = ({ requested, succeeded, failures }: Task): string => {
  if (succeeded + failures.length < requested) return 'PROCESSING'
  return failures.length > 0 ? `${failures.length} FAIL` : 'ALL SUCCESS'
}

const isUser = ({ type, id }: EventUser, { user }: KakaoUserEngine): boolean =>
  (type === 'botUserKey' && user.id === id) || (type === 'plusfriendUserKey' && plusfriendUserKeyOf(user.id) === id)

/** `users` are the people who ever met the bot; `now` in milliseconds since the epoch. */
export const createEventTasks = ({
  eventName,
  users,
  now,
}: {
  readonly eventName: string
  readonly users: () => readonly KakaoUserEngine[]
  readonly now: () => number
}): EventTasks => {
  const tasks = new Map<string, Task>()

  const findErrorType = async (recipient: EventUser, params: Readonly<Record<string, string>>) => {
    const engine = users().find((candidate) => isUser(recipient, candidate))
    if (engine?.user.isFriend !== true) return notFriendErrorType
    const outcome = await engine.runEvent(eventName, params, recipient.properties ?? {})
    return outcome.ok ? undefined : (errorTypes[outcome.failure.code] ?? bubbleErrorType)
  }

  const deliver = async (recipient: EventUser, params: Readonly<Record<string, string>>, task: Task): Promise<void> => {
    const errorType = await findErrorType(recipient, params)
    if (errorType === undefined) {
      task.succeeded += 1
      return
    }
    const errorMsg = { errorType, msg: 'not delivered' }
    task.failures.push({ userId: recipient.id, reqUserType: recipient.type, createdAt: now(), errorMsg })
  }

  return {
    accept: (body) => {
      const reading = z.safeParse(requestSchema, body)
      if (!reading.success) return { ok: false, problem: 'malformed request' }
      const { event, user: recipients, params = {} } = reading.data
      if (event.name !== eventName) return { ok: false, problem: 'no block has this event' }
      if (new Set(recipients.map(({ type, id }) => `${type} ${id}`)).size < recipients.length) {
        return { ok: false, problem: 'a user is named twice' }
      }
      const taskId = randomUUID()
      const task: Task = { requested: recipients.length, succeeded: 0, failures: [] }
      tasks.set(taskId, task)
      void Promise.all(recipients.map((recipient) => deliver(recipient, params, task)))
      return { ok: true, taskId }
    },
    find: (taskId) => {
      const task = tasks.get(taskId)
      if (!task) return undefined
      const { requested, succeeded, failures } = task
      return {
        taskId,
        status: statusOf(task),
        allRequestCount: requested,
        successCount: succeeded,
        fail: { count: failures.length, list: failures },
      }
    },
  }
}
