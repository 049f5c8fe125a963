import { z } from 'zod'

const common = { n: z.string(), r: z.number().int(), c: z.string().optional() }
const viewMetaSchema = z.union([
  z.object({ ...common, step: z.literal('send'), h: z.string() }),
  z.object({ ...common, step: z.undefined().optional() }),
])

/**
 * What a view remembers between opening and submitting: the ticket's number, the revision the person was looking at, the
 * channel they pressed in, and in a preview the hash of the text shown.
 */
export type ViewMeta = z.infer<typeof viewMetaSchema>

/** Writes a view's `private_metadata`. */
export function writeViewMeta(meta: ViewMeta): string {
  return JSON.stringify(meta)
}

/** Reads a view's `private_metadata`; undefined for a view that is not of this version. */
export function findViewMeta(privateMetadata: string): ViewMeta | undefined {
  try {
    return viewMetaSchema.safeParse(JSON.parse(privateMetadata)).data
  } catch {
    return undefined
  }
}
