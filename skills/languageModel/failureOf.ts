import type { ModelOutcome } from './languageModel.ts'

const BY_NAME: Readonly<Record<string, ModelOutcome>> = {
  AbortError: 'timeout',
  APIUserAbortError: 'timeout',
  APIConnectionTimeoutError: 'timeout',
  TimeoutError: 'timeout',
  APIConnectionError: 'unreachable',
  TypeError: 'unreachable',
  SyntaxError: 'unreadable',
  ZodError: 'unreadable',
  $ZodError: 'unreadable',
  OutputParserException: 'unreadable',
  RateLimitCapacityError: 'busy',
}

/** Names what went wrong with a call. Of the error only its class and status are looked at: its message quotes what was sent. */
export function failureOf(error: unknown): ModelOutcome {
  if (typeof error !== 'object' || error === null) return 'failed'
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined
  const name = 'name' in error && typeof error.name === 'string' ? error.name : ''
  if (status === 429) return 'busy'
  if (status !== undefined) return status >= 500 ? 'server_error' : 'refused'
  // Errors of the OpenAI client all carry the name of their base class.
  return BY_NAME[error.constructor.name] ?? BY_NAME[name] ?? 'failed'
}
