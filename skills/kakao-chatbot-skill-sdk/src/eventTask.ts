import * as z from 'zod/mini'
import { KakaoApiError } from './kakaoApiError.ts'
import { orElse, tolerant } from './schemas/tolerant.ts'

// The numbers of the Event API's help page.
const reasons = {
  '6': 'bubble_policy',
  '99': 'bad_parameter',
  '101': 'kakao_internal',
  '104': 'skill_error',
  '201': 'skill_http_error',
  '202': 'skill_timeout',
  '204': 'block_validation_failed',
} as const

/** Why one recipient got nothing. `unknown` where Kakao gives another type, such as for people who are no friends. */
export type EventFailureReason = (typeof reasons)[keyof typeof reasons] | 'unknown'

/** One recipient who got nothing. */
export interface EventFailure {
  readonly userId: string | undefined
  readonly reason: EventFailureReason
  /** As Kakao sent it. */
  readonly errorType: string | undefined
  readonly message: string | undefined
}

/** What became of an accepted call. While `isComplete` is false some recipients are still waiting. */
export interface EventTask {
  readonly taskId: string
  readonly isComplete: boolean
  readonly requestedCount: number
  readonly successCount: number
  /** People whom Kakao could not find by the key given; whether `failures` names them too is undocumented. */
  readonly unresolvedCount: number
  readonly failures: readonly EventFailure[]
}

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
  userKeyResolvingFailCount: count,
  fail: tolerant(z.object({ count, list: orElse(z.array(failureSchema), []) })),
})

const isKnown = (errorType: string): errorType is keyof typeof reasons => Object.hasOwn(reasons, errorType)

const readFailure = ({ userId, errorMsg }: z.infer<typeof failureSchema>): EventFailure => {
  const errorType = errorMsg?.errorType === undefined ? undefined : String(errorMsg.errorType)
  const reason = errorType !== undefined && isKnown(errorType) ? reasons[errorType] : 'unknown'
  return { userId, reason, errorType, message: errorMsg?.msg }
}

/** @throws {KakaoApiError} `unclear` when it is no task's result */
export const readTask = (json: unknown): EventTask => {
  const reading = z.safeParse(taskSchema, json)
  if (!reading.success) throw new KakaoApiError('unclear', 'Kakao gave no readable task')
  const { taskId, allRequestCount, successCount, userKeyResolvingFailCount, fail } = reading.data
  const failedCount = Math.max(fail?.count ?? 0, userKeyResolvingFailCount)
  return {
    taskId,
    // Kakao documents no status for "still under way"; the counts tell.
    isComplete: allRequestCount > 0 && successCount + failedCount >= allRequestCount,
    requestedCount: allRequestCount,
    successCount,
    unresolvedCount: userKeyResolvingFailCount,
    failures: (fail?.list ?? []).map(readFailure),
  }
}
