import { z } from 'zod'

import type { AuditHead } from './ports.ts'

/** The file under `DATA_DIR` that gets one anchor a day. */
export const ANCHORS_FILE = 'audit-anchors.jsonl'

const anchorSchema = z.strictObject({
  v: z.literal(1),
  /** When it was taken. */
  at: z.iso.datetime(),
  count: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  mac: z.string(),
})

/** The end of the access log on one day, to be kept where whoever can change the log cannot change it too. */
export type AuditAnchor = Readonly<z.infer<typeof anchorSchema>>

/** Keyed hash under `LOOKUP_KEY`, which is not in the database: nobody who has that alone can make an anchor. */
type KeyedHash = (purpose: string, value: string) => string

/** Makes an anchor of the end of the log. */
export function makeAnchor({ count, hash }: AuditHead, at: Date, keyedHash: KeyedHash): AuditAnchor {
  const anchor = { v: 1, at: at.toISOString(), count, hash } as const
  return { ...anchor, mac: macOf(anchor, keyedHash) }
}

/** Tells whether an anchor was made with our key. */
export function isGenuine(anchor: AuditAnchor, keyedHash: KeyedHash): boolean {
  return anchor.mac === macOf(anchor, keyedHash)
}

/** One line of text, which goes into files, mails and messages as it is. */
export function writeAnchor(anchor: AuditAnchor): string {
  return JSON.stringify(anchor)
}

/**
 * Finds the anchors in a text: a file of them, or a mail or message pasted whole.
 *
 * @returns `unreadable`: how many things in braces are none
 */
export function readAnchors(text: string): { readonly anchors: readonly AuditAnchor[]; readonly unreadable: number } {
  const found = text.match(/\{[^{}]*\}?/g) ?? []
  const anchors = found.map((piece) => anchorSchema.safeParse(parseJson(piece)).data)
  const readable = anchors.filter((anchor) => anchor !== undefined)
  return { anchors: readable, unreadable: found.length - readable.length }
}

function macOf({ v, at, count, hash }: Omit<AuditAnchor, 'mac'>, keyedHash: KeyedHash): string {
  return keyedHash('audit_anchor', JSON.stringify({ v, at, count, hash }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
