import { composeSyllable, TYPED_SYLLABLE } from './jamo.ts'

/**
 * A plain copy of a text for patterns to run on. Position `i` of `text` stands for the original's UTF-16 units
 * from `starts[i]` up to `ends[i]`.
 */
export type Shadow = { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] }

/** One Hangul syllable written as separate jamo (as macOS stores it) or letters, a plain stretch, or one code point. */
const CLUSTER = new RegExp(
  String.raw`[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|${TYPED_SYLLABLE}|[ -}가-힣\n]+|.`,
  'gsu',
)
/** Needs nothing done to it. */
const PLAIN = /^[ -}가-힣\n]/
const INVISIBLE = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/u
/** Part of the character before it, as in a keycap emoji. */
const COMBINING = /^\p{M}$/u
const DASH = /[\p{Pd}~∼〜～ㅡ−ー]/u
const MIDDLE_DOT = /[·ㆍ‧•・∙]/u
const ENCLOSED_DIGITS = /^\(?(\d{1,2})[.)]$/
/** Circled digits that Unicode's compatibility forms leave alone: each block counts from one. */
const CIRCLED_ONES = [0x2776, 0x2780, 0x278a, 0x24f5]

/**
 * Makes the plain copy: full-width and circled digits become digits, every dash a hyphen, invisible characters
 * disappear. Lengths may change; the offsets lead back.
 */
export function createShadow(text: string): Shadow {
  const starts: number[] = []
  const ends: number[] = []
  let plain = ''
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    if (PLAIN.test(cluster)) {
      for (let unit = index; unit < index + cluster.length; unit += 1) {
        starts.push(unit)
        ends.push(unit + 1)
      }
      plain += cluster
      continue
    }
    const form = plainForm(cluster)
    if (form === '' && COMBINING.test(cluster) && ends.length > 0) ends[ends.length - 1] = index + cluster.length
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
    plain += form
  }
  return { text: plain, starts, ends }
}

/** The stretch of the original that stands behind a non-empty stretch of the shadow. */
export function toOriginal(
  shadow: Shadow,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  return { start: shadow.starts[start] ?? 0, end: shadow.ends[end - 1] ?? 0 }
}

function plainForm(cluster: string): string {
  if (DASH.test(cluster)) return '-'
  if (MIDDLE_DOT.test(cluster)) return '.'
  if (cluster.length === 1 && INVISIBLE.test(cluster)) return ''
  if (/^[ㄱ-ㅣ]$/.test(cluster)) return cluster
  const normal = circledDigit(cluster) ?? foreignDigit(cluster) ?? composeSyllable(cluster) ?? cluster.normalize('NFKC')
  return ENCLOSED_DIGITS.exec(normal)?.[1] ?? normal
}

function circledDigit(cluster: string): string | undefined {
  const code = cluster.codePointAt(0) ?? 0
  if (code === 0x24ff || code === 0x1f10b || code === 0x1f10c) return '0'
  const one = CIRCLED_ONES.find((first) => code >= first && code < first + 10)
  return one === undefined ? undefined : String(code - one + 1)
}

/** Decimal digits of other scripts lie in blocks of ten, nought first. */
function foreignDigit(cluster: string): string | undefined {
  if (!/^\p{Nd}$/u.test(cluster) || /^\d$/.test(cluster.normalize('NFKC'))) return undefined
  let nought = cluster.codePointAt(0) ?? 0
  const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code))
  const code = nought
  while (code - nought < 9 && isDigit(nought - 1)) nought -= 1
  return String(code - nought)
}

/** A stretch of a shadow that reads as something else. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string }

/** The shadow with its edits made; the offsets still lead back to the original. @param edits in reading order */
export function editShadow(shadow: Shadow, edits: readonly Edit[]): Shadow {
  if (edits.length === 0) return shadow
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let from = 0
  const keep = (to: number): void => {
    text += shadow.text.slice(from, to)
    starts.push(...shadow.starts.slice(from, to))
    ends.push(...shadow.ends.slice(from, to))
  }
  for (const edit of edits) {
    keep(edit.start)
    const original = toOriginal(shadow, edit.start, edit.end)
    text += edit.text
    for (let unit = 0; unit < edit.text.length; unit += 1) {
      starts.push(original.start)
      ends.push(original.end)
    }
    from = edit.end
  }
  keep(shadow.text.length)
  return { text, starts, ends }
}
