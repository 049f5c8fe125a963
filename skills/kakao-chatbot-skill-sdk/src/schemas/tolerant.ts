import * as z from 'zod/mini'
import { catch as orElse } from 'zod/mini'

/** What others send and we can do without: unreadable counts as absent. */
export const tolerant = <Schema extends z.ZodMiniType>(schema: Schema) => orElse(z.optional(schema), undefined)

/** A value that stands in for an absent or unreadable one. */
export { orElse }
