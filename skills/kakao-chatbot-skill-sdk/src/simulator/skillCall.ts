import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseJson } from '../parseJson.ts'
import type { SkillResponse } from '../skillResponse.ts'
import { validateResponse, type ResponseProblem } from '../validateResponse.ts'
import type { Faults } from './faults.ts'

/**
 * Why the phone shows nothing. `late`: more than five seconds. `unreachable`: no HTTP answer. `dropped`: by a fault.
 * `not_json` also where the answer is no text. `callback_not_offered`: acknowledged a callback nobody offered.
 */
export type SkillFailureCode =
  | 'late'
  | 'unreachable'
  | 'http_status'
  | 'not_json'
  | 'invalid'
  | 'no_template'
  | 'dropped'
  | 'callback_not_offered'
  | 'unknown_block'

/** An answer that was not shown. */
export interface SkillFailure {
  readonly code: SkillFailureCode
  /** The HTTP status, with `http_status`. */
  readonly status?: number
  /** The broken limits, with `invalid`. */
  readonly problems?: readonly ResponseProblem[]
}

/** What the skill made of a call. */
export type SkillCallResult =
  { readonly ok: true; readonly response: SkillResponse } | { readonly ok: false; readonly failure: SkillFailure }

/** How the skill is reached. */
export interface SkillCallOptions {
  readonly url: string
  readonly headerName: string
  readonly secret: string
  readonly timeoutMs: number
  readonly faults: Faults
  /** Aborted when the simulator stops. */
  readonly stopped: AbortSignal
}

const failed = (failure: SkillFailure): SkillCallResult => ({ ok: false, failure })

/** A body as Kakao judges it: every documented limit kept, or nothing shown. */
export const judgeAnswer = (body: string): SkillCallResult => {
  const json = parseJson(body)
  if (json === undefined) return failed({ code: 'not_json' })
  const problems = validateResponse(json)
  return problems.length > 0 ? failed({ code: 'invalid', problems }) : { ok: true, response: json as SkillResponse }
}

const post = async (
  payload: unknown,
  { url, headerName, secret, faults: { slowMs = 0 } }: SkillCallOptions,
  signal: AbortSignal,
): Promise<SkillCallResult> => {
  if (slowMs > 0) await sleep(slowMs, undefined, { signal })
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'AHC/2.1',
    'x-request-id': `chp-${randomUUID().replaceAll('-', '')}`,
    [headerName]: secret,
  }
  const body = JSON.stringify(payload)
  const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
  const text = await answer.text()
  return answer.status === 200 ? judgeAnswer(text) : failed({ code: 'http_status', status: answer.status })
}

/** One skill call, as patient and as strict as Kakao. Never throws. */
export const callSkill = async (payload: unknown, options: SkillCallOptions): Promise<SkillCallResult> => {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const signal = AbortSignal.any([timeout, options.stopped])
  const attempt = (): Promise<SkillCallResult> =>
    post(payload, options, signal).catch(() => failed({ code: timeout.aborted ? 'late' : 'unreachable' }))
  const [result] = await Promise.all(options.faults.duplicate === true ? [attempt(), attempt()] : [attempt()])
  return options.faults.dropAnswers === true && result.ok ? failed({ code: 'dropped' }) : result
}
