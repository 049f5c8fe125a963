import { z } from 'zod'

/** An answer stands in one KakaoTalk bubble together with nothing else. */
const ANSWER_MAX_CHARS = 400

const wording = z.array(z.string().min(2)).min(1)
const answer = z.string().min(1).max(ANSWER_MAX_CHARS)

/**
 * A question people often ask, and the hospital's own answer to it. Each wording is a few words: whoever asks something
 * that holds all of them, in any order, asks this.
 */
const faqEntrySchema = z.object({
  id: z.string().regex(/^[a-z][a-z_]*$/, 'must be a name such as parking_fee'),
  asks: z.object({ ko: wording, en: wording }),
  answer: z.object({ ko: answer, en: answer }),
})

/** The questions the chat answers by itself; none where the hospital wrote none. */
export const faqSchema = z
  .array(faqEntrySchema)
  .default([])
  .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, 'names a question twice')

export type FaqEntry = Readonly<z.infer<typeof faqEntrySchema>>
