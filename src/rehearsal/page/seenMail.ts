import type { ArrivedMail } from '../mail/createMailStandIn.ts'

/** A mail as its reader sees it. */
export type SeenMail = Pick<ArrivedMail, 'to' | 'at'> & { readonly subject: string; readonly text: string }

/** Reads an arrived mail of one plain-text part, which is all the product sends (RFC 2045 and 2047). */
export function seenMail({ to, at, source }: ArrivedMail): SeenMail {
  const end = source.search(/\r?\n\r?\n/)
  const head = (end < 0 ? source : source.slice(0, end)).replaceAll(/\r?\n[ \t]+/g, ' ')
  const body = end < 0 ? '' : source.slice(end).trim()
  const header = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const text = decode(body, header('Content-Transfer-Encoding').toLowerCase())
  return { to, at, subject: readWords(header('Subject')), text: text.trim() }
}

/** Encoded words of a header; the space between two of them belongs to neither. */
function readWords(value: string): string {
  const joined = value.replaceAll(/\?=\s+=\?/g, '?==?')
  return joined.replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_word, encoding: string, text: string) =>
    encoding.toLowerCase() === 'b' ? decode(text, 'base64') : decode(text.replaceAll('_', ' '), 'quoted-printable'),
  )
}

function decode(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return text
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
