import * as z from 'zod/mini'

/** What the validation API answers, exactly as it goes over the wire. */
export interface ValidationAnswer {
  readonly status: 'SUCCESS' | 'FAIL' | 'ERROR' | 'IGNORE'
  /** The value to keep in place of what Kakao resolved. */
  readonly value?: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly message?: string
}

type Details = Pick<ValidationAnswer, 'data' | 'message'>

/** The value is good; `value` replaces what Kakao resolved. */
export const acceptValue = (value?: string, details: Details = {}): ValidationAnswer => ({
  status: 'SUCCESS',
  ...(value !== undefined && { value }),
  ...details,
})

/** The value is no good: Kakao asks again. */
export const refuseValue = (message?: string, data?: Details['data']): ValidationAnswer => ({
  status: 'FAIL',
  ...(message !== undefined && { message }),
  ...(data && { data }),
})

/** The value is not judged; Kakao goes on as if nobody had been asked. */
export const ignoreValue = (): ValidationAnswer => ({ status: 'IGNORE' })

/** The value could not be judged. */
export const validationError = (message?: string): ValidationAnswer => ({
  status: 'ERROR',
  ...(message !== undefined && { message }),
})

const answerSchema = z.object({
  status: z.enum(['SUCCESS', 'FAIL', 'ERROR', 'IGNORE']),
  value: z.optional(z.string()),
  data: z.optional(z.record(z.string(), z.unknown())),
  message: z.optional(z.string()),
})

/** True for what Kakao can read; programs without types may answer anything. */
export const isValidationAnswer = (answer: unknown): answer is ValidationAnswer =>
  z.safeParse(answerSchema, answer).success
