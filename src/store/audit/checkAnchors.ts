import { type AuditAnchor, isGenuine, readAnchors } from '../../audit/anchor.ts'
import type { LookupHash } from '../encryption/lookupHash.ts'

/** The anchors of all texts, or what is wrong with them. A text that was given for its anchor must have one. */
export function checkAnchors(
  texts: readonly string[],
  keyedHash: LookupHash,
): { readonly ok: true; readonly anchors: readonly AuditAnchor[] } | { readonly ok: false; readonly problem: string } {
  const read = texts.filter((text) => text.trim() !== '').map(readAnchors)
  if (read.some(({ anchors, unreadable }) => unreadable > 0 || anchors.length === 0))
    return { ok: false, problem: 'Something that was given as an anchor cannot be read as one.' }
  const anchors = read.flatMap(({ anchors }) => anchors)
  const forged = anchors.find((anchor) => !isGenuine(anchor, keyedHash))
  if (!forged) return { ok: true, anchors }
  return { ok: false, problem: `The anchor of ${forged.at} was not made with this LOOKUP_KEY, or was changed since.` }
}
