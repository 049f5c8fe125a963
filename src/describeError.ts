/** What a log may say of an error. */
export type ErrorDescription = {
  /** Its own code, else its name. */
  readonly code: string
  /** Where it happened: the frames of its stack. */
  readonly stack: string | undefined
}

/**
 * Describes an error for a log. Its message and further fields are left out: a database quotes rows in them, and
 * libraries what they were sending.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { code: 'unknown', stack: undefined }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  // Without the message first: a line of it may look like a frame.
  const frames = error.stack?.replace(error.message, '').split('\n').filter(isFrame)
  return { code, stack: frames?.join('\n') }
}

function isFrame(line: string): boolean {
  return line.trimStart().startsWith('at ')
}
