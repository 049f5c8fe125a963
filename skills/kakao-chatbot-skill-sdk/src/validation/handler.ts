import {
  beforeAbort,
  createGuardedHandler,
  late,
  refuseForeignBot,
  type BodyReading,
  type GuardOptions,
  type WebHandler,
} from '../guardedHandler.ts'
import { json } from '../httpAnswers.ts'
import { isValidationAnswer, validationError, type ValidationAnswer } from './answer.ts'
import { parseValidationRequest, type ValidationRequest } from './request.ts'

/** What went wrong with a validation call. Stable, for logs and counters. */
export type ValidationErrorCode =
  | 'unauthorized'
  | 'foreign_bot'
  | 'body_too_large'
  | 'body_late'
  | 'bad_json'
  | 'bad_request'
  | 'validate_failed'
  | 'validate_late'
  | 'invalid_answer'

/** How values are judged. */
export interface ValidationHandlerOptions extends GuardOptions {
  readonly validate: (request: ValidationRequest, turn: { readonly signal: AbortSignal }) => Promise<ValidationAnswer>
  /** What is answered when `validate` fails, is late or cannot be asked. Default: status `ERROR`. */
  readonly fallback?: ValidationAnswer
  /** `error` is what `validate` threw, with `validate_failed`. */
  readonly onError?: (code: ValidationErrorCode, error?: unknown) => void
}

/**
 * Answers the parameter validation API, whose calls and answers have a shape of their own: give it its own route.
 * Who may call and what they get is as with `createSkillHandler`.
 */
export const createValidationHandler = ({
  validate,
  fallback = validationError(),
  onError,
  ...guard
}: ValidationHandlerOptions): WebHandler => {
  const report = (code: ValidationErrorCode, error?: unknown): void => {
    try {
      onError?.(code, error)
    } catch {
      // A failing log must not cost the person their answer.
    }
  }

  const giveUp = (code: ValidationErrorCode, error?: unknown): ValidationAnswer => {
    report(code, error)
    return fallback
  }

  const judge = async (request: ValidationRequest, signal: AbortSignal): Promise<ValidationAnswer> => {
    try {
      const answer = await beforeAbort(validate(request, { signal }), signal)
      if (answer === late) return giveUp('validate_late')
      return isValidationAnswer(answer) ? answer : giveUp('invalid_answer')
    } catch (error) {
      return giveUp('validate_failed', error)
    }
  }

  const handle = async (readBody: () => Promise<BodyReading>, signal: AbortSignal): Promise<Response> => {
    // A caller who hangs up is not there to be answered.
    const body = await readBody().catch(() => ({ kind: 'unreadable', code: 'body_late' }) as const)
    if (body.kind === 'foreign') return refuseForeignBot()
    if (body.kind === 'unreadable') return json(200, giveUp(body.code))
    const request = parseValidationRequest(body.value)
    return json(200, request ? await judge(request, signal) : giveUp('bad_request'))
  }

  return createGuardedHandler(guard, { report, handle })
}
