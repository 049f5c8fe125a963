/** A piece of a Slack text. */
export type Span =
  | { readonly kind: 'text' | 'code' | 'pre'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  | { readonly kind: 'user' | 'channel'; readonly id: string }
  /** `@channel` and its like. */
  | { readonly kind: 'call'; readonly text: string }
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string }

type Rule = { readonly pattern: string; readonly read: (inside: string) => Span }

/** A mark counts only where no letter or digit touches it from outside and no space from inside. */
const marked = (mark: string): string =>
  String.raw`(?<![\p{L}\p{N}])${mark}(?!\s)([^${mark}\n]+)(?<!\s)${mark}(?![\p{L}\p{N}])`

const rules: readonly Rule[] = [
  { pattern: '```([^]+?)```', read: (inside) => ({ kind: 'pre', text: plain(inside) }) },
  { pattern: '`([^`\\n]+)`', read: (inside) => ({ kind: 'code', text: plain(inside) }) },
  { pattern: '<([^<>\\n]+)>', read: (inside) => readToken(inside) },
  { pattern: marked(String.raw`\*`), read: (inside) => ({ kind: 'bold', spans: readMrkdwn(inside) }) },
  { pattern: marked('_'), read: (inside) => ({ kind: 'italic', spans: readMrkdwn(inside) }) },
  { pattern: marked('~'), read: (inside) => ({ kind: 'strike', spans: readMrkdwn(inside) }) },
]
const anyRule = new RegExp(rules.map(({ pattern }) => pattern).join('|'), 'gu')

/** Reads Slack's mrkdwn (docs.slack.dev/messaging/formatting-message-text). */
export function readMrkdwn(source: string): readonly Span[] {
  const spans: Span[] = []
  let at = 0
  for (const match of source.matchAll(anyRule)) {
    if (match.index > at) spans.push({ kind: 'text', text: plain(source.slice(at, match.index)) })
    const which = match.slice(1).findIndex((inside) => inside !== undefined)
    spans.push(rules[which]?.read(match[which + 1] ?? '') ?? { kind: 'text', text: match[0] })
    at = match.index + match[0].length
  }
  return at < source.length ? [...spans, { kind: 'text', text: plain(source.slice(at)) }] : spans
}

/** What stands between angle brackets. */
function readToken(inside: string): Span {
  const [target = '', label] = inside.split('|', 2)
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1) }
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1) }
  if (target.startsWith('!date^')) {
    const [, seconds = '', format = ''] = target.split('^')
    return { kind: 'date', seconds: Number(seconds), format, fallback: plain(label ?? '') }
  }
  if (target.startsWith('!')) return { kind: 'call', text: `@${target.slice(1)}` }
  return { kind: 'link', url: plain(target), text: plain(label ?? target) }
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
