import { WebAPIPlatformError } from '@slack/web-api'

/** A stable name for whatever was thrown, fit for a log: Slack's own code where there is one, never a message. */
export function errorCode(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error
  if (!(error instanceof Error)) return 'unknown'
  if ('original' in error && error.original instanceof Error) return errorCode(error.original)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
