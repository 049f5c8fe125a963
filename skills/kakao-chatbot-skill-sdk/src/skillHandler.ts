import { simpleText, skillResponse } from './builders.ts'
import { degrade } from './degrade.ts'
import {
  beforeAbort,
  createGuardedHandler,
  late,
  refuseForeignBot,
  type BodyReading,
  type GuardOptions,
  type WebHandler,
} from './guardedHandler.ts'
import { json } from './httpAnswers.ts'
import { outputText } from './outputText.ts'
import { parseSkillPayload, type SkillPayload } from './skillPayload.ts'
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

/** The conversation. `signal` is aborted once its answer can no longer be shown; a later answer is dropped. */
export type SkillAnswer = (payload: SkillPayload, turn: { readonly signal: AbortSignal }) => Promise<SkillResponse>

/** How a skill is answered. After `deadlineMs` (default 3500) the last resort is answered instead. */
export interface SkillHandlerOptions extends GuardOptions {
  readonly answer: SkillAnswer
  /** What to say when there is no answer; the payload where it could be read. */
  readonly lastResort: (payload: SkillPayload | undefined) => SkillResponse
  readonly onError?: (code: SkillErrorCode, error?: unknown) => void
}

/** A handler of skill calls. */
export type SkillHandler = WebHandler

const failed = Symbol('failed')

/** What is said when even the last resort fails. */
const lastWords = skillResponse({ outputs: [simpleText('잠시 후 다시 시도해 주세요.')] })

/**
 * Answers Kakao's skill calls. 401 for a wrong secret, 403 for a foreign bot, 405 for anything but POST; every other
 * call gets 200 and a valid response, whatever was sent and whatever `answer` does, because Kakao shows the person
 * nothing at all of any other answer.
 */
export const createSkillHandler = ({ answer, lastResort, onError, ...guard }: SkillHandlerOptions): SkillHandler => {
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

  const answerBody = async (
    body: Exclude<BodyReading, { readonly kind: 'foreign' }>,
    signal: AbortSignal,
  ): Promise<SkillResponse> => {
    if (body.kind === 'unreadable') {
      report(body.code)
      return giveUp()
    }
    const reading = parseSkillPayload(body.value)
    if (reading.ok) return answerPayload(reading.value, signal)
    report('bad_payload', reading.paths)
    return giveUp()
  }

  const handle = async (readBody: () => Promise<BodyReading>, signal: AbortSignal): Promise<Response> => {
    try {
      const body = await readBody()
      return body.kind === 'foreign' ? refuseForeignBot() : json(200, await answerBody(body, signal))
    } catch (error) {
      report('call_failed', error)
      return json(200, giveUp())
    }
  }

  return createGuardedHandler(guard, { report, handle })
}
