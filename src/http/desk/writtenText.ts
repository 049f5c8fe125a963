import { z } from 'zod'

/** Longest answer, draft or note, in UTF-16 units. */
export const MAX_TEXT_LENGTH = 3_000

/** What staff wrote; may be empty. */
export const writtenText = z.string().max(MAX_TEXT_LENGTH)
