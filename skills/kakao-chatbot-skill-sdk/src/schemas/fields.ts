import * as z from 'zod/mini'
import { limits } from '../limits.ts'

/** Text that shows something, within a number of UTF-16 units. */
export const text = (maxChars: number) =>
  z.string().check(
    z.maxLength(maxChars),
    z.refine((value) => value.trim() !== '', 'empty'),
  )

/** Text of any length that shows something. */
export const anyText = text(Number.MAX_SAFE_INTEGER)

/** Lines as written; how many the phone makes of one long line is not known here. */
export const lines = (maxLines: number) =>
  anyText.check(z.refine((value) => value.split('\n').length <= maxLines, `more than ${maxLines} lines`))

/** Kakao opens and loads nothing else. */
export const httpUrl = z
  .string()
  .check(z.refine((value) => /^https?:\/\//iu.test(value) && URL.canParse(value), 'not an http(s) URL'))

/** Values that come back with the tap. */
export const extra = z.optional(z.record(z.string(), z.unknown()))
/** Where a tap leads, per device. */
export const link = z.optional(
  z.object({ pc: z.optional(httpUrl), mobile: z.optional(httpUrl), web: z.optional(httpUrl) }),
)

/** The picture at the head of a card. */
export const thumbnail = z.object({
  imageUrl: httpUrl,
  altText: z.optional(text(limits.altTextChars)),
  link,
  fixedRatio: z.optional(z.boolean()),
})
