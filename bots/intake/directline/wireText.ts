import { z } from 'zod'

/** Free text. PostgreSQL takes no NUL and JSON no half of a surrogate pair, so both are dropped here. */
export const wireText = (maxChars: number) =>
  z
    .string()
    .max(maxChars)
    .transform((text) => text.toWellFormed().replaceAll('\0', ''))

/** An id of a client's making: short, printable, no blanks. */
export const wireId = z.string().regex(/^[\x21-\x7e]{1,128}$/u, 'must be 1 to 128 printable ASCII characters')

/** A BCP 47 language tag, or what passes for one. */
export const wireLocale = z.string().regex(/^[\w-]{0,35}$/u, 'must be a language tag')
