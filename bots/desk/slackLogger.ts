import { type Logger, LogLevel } from '@slack/bolt'

import type { DeskLog } from './deskParts.ts'
import { errorCode } from './errorCode.ts'

/**
 * Slack's own libraries log through this. What they say at debug and info holds whole payloads and is dropped; of a
 * warning only the words before the first colon are kept, for what follows may quote a payload.
 */
export function createSlackLogger(log: DeskLog): Logger {
  const brief = (parts: readonly unknown[]): { readonly said: string; readonly codes: readonly string[] } => ({
    said: parts
      .filter((part) => typeof part === 'string')
      .map((part) => part.split(':')[0]?.slice(0, 80) ?? '')
      .join(' '),
    codes: parts.filter((part) => part instanceof Error).map(errorCode),
  })
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn(brief(parts), 'slack library warns'),
    error: (...parts: unknown[]) => log.error(brief(parts), 'slack library failed'),
    getLevel: () => LogLevel.WARN,
    setLevel: () => {},
    setName: () => {},
  }
}
