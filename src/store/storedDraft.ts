import { z } from 'zod'

import type { StoredShape } from './sealedJson.ts'

/** The draft of an answer, and the Slack user id of who wrote it. */
export type StoredDraft = { readonly v: 1; readonly text: string; readonly by: string }

export const storedDraft: StoredShape<StoredDraft> = {
  schema: z.strictObject({ v: z.literal(1), text: z.string(), by: z.string() }),
  code: 'stored_draft_invalid',
}
