import { DirectLineError } from './directLineError.ts'

/** What clients write that have read nothing: the common client resumes a conversation with `undefined`. */
const NOTHING_READ: readonly string[] = ['', '-', 'undefined', 'null']

/**
 * Parses a watermark: the sequence a client has read up to; 0 where it has read nothing.
 *
 * @throws {DirectLineError} `invalid_body` for anything but digits
 */
export function parseWatermark(watermark: string | undefined): number {
  if (watermark === undefined || NOTHING_READ.includes(watermark)) return 0
  if (/^\d{1,15}$/u.test(watermark)) return Number(watermark)
  throw new DirectLineError('invalid_body', 'watermark: must be one that was given out')
}
