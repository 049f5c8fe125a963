import type { Scrubbed } from '../../src/consent/scrubbed.ts'

export type { Scrubbed }

/** Vouches for text that the program itself wrote, such as a sentence of a locale; never for a person's words. */
export function trustedText(text: string): Scrubbed {
  return text as Scrubbed
}
