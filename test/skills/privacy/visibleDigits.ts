import { revealTokens } from '../../../skills/privacy/revealTokens.ts'
import { listen, type Listened } from '../../../skills/privacy/listen.ts'
import type { GeneratedLine, GeneratedTalk } from './generateLines.ts'

const PLACEHOLDER = /\[[^\]\d]+(?: 삭제됨| removed)\]/g
const NEW = { vault: [], pending: [] }
const OPTIONS = { publicNumbers: [] }

/** What of a line's number anybody could still read in what is heard or stored: nothing, if all went well. */
export function leftOfLine({ before, surface, after }: GeneratedLine): string {
  const listened = listen(before + surface + after, NEW, OPTIONS)
  const kept = [listened.heard, listened.text].map((text) => readable(between(text, before, after)))
  return [...kept, ...heldValues(listened)].join('')
}

/** What of a number said over several messages is still to be read once the last one came, tokens turned back. */
export function leftOfTalk({ label, pieces }: GeneratedTalk): string {
  const said = pieces.map((piece, place) => (place === 0 ? label + piece : piece))
  const heard: Listened[] = []
  for (const words of said) heard.push(listen(words, heard.at(-1) ?? NEW, OPTIONS))
  const last = heard.at(-1)
  if (!last) return ''
  const texts = heard.map(({ text }, place) =>
    readable(between(revealTokens(text, last.vault), place === 0 ? label : '', '')),
  )
  return [...texts, readable(last.heard), ...heldValues(last)].join('')
}

function heldValues({ vault, pending }: Listened): readonly string[] {
  return [...vault, ...pending].map(({ value }) => readable(value))
}

function between(text: string, before: string, after: string): string {
  const start = text.startsWith(before) ? before.length : 0
  return text.slice(start, text.endsWith(after) ? text.length - after.length : undefined)
}

/** Brackets and hearts that stood between digits may stay; letters and digits, of whatever script, may not. */
function readable(text: string): string {
  return text.replaceAll(PLACEHOLDER, '').replace(/[^\p{L}\p{N}]/gu, '')
}
