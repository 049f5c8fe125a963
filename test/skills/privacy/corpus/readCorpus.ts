import { readFileSync } from 'node:fs'

import { PERSONAL_DATA_TYPES } from '../../../../skills/privacy/personalData.ts'
import type { PersonalDataType } from '../../../../skills/privacy/personalData.ts'

/** Where a piece of personal data stands in a line's text: UTF-16 offsets, `end` exclusive. */
export type CorpusSpan = { readonly start: number; readonly end: number; readonly type: PersonalDataType }

/** One utterance as a person would send it, without marks. A line without spans is clean: nothing in it may be flagged. */
export type CorpusLine = { readonly text: string; readonly spans: readonly CorpusSpan[] }

const MARK = /⟦([a-z_]+)\|([^⟦⟧|]+)⟧/gu

/**
 * Reads the hand-written lines that detection is measured on. Rules may be tuned on `tuning`; `locked` was written for
 * measuring alone, and stays unread by whoever writes rules.
 *
 * @throws {Error} when a line is empty or a mark is broken. Names the line by number.
 */
export function readCorpus(name: 'tuning' | 'locked'): readonly CorpusLine[] {
  const lines = readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line, index) => parseCorpusLine(line, `${name}.txt:${index + 1}`))
}

/**
 * Takes the marks `⟦type|surface⟧` out of one line and keeps where each surface stands.
 *
 * @throws {Error} when the line is empty, a type is unknown or a mark is broken. Names `place`, never the line's words.
 */
export function parseCorpusLine(line: string, place: string): CorpusLine {
  const spans: CorpusSpan[] = []
  let text = ''
  let after = 0
  for (const mark of line.matchAll(MARK)) {
    const [whole, type = '', surface = ''] = mark
    if (!isPersonalDataType(type)) throw new Error(`${place}: there is no type ${type}.`)
    text += line.slice(after, mark.index)
    spans.push({ start: text.length, end: text.length + surface.length, type })
    text += surface
    after = mark.index + whole.length
  }
  text += line.slice(after)
  if (text === '' || /[⟦⟧|]/u.test(text)) throw new Error(`${place}: the line is empty or a mark is broken.`)
  return { text, spans }
}

function isPersonalDataType(type: string): type is PersonalDataType {
  return PERSONAL_DATA_TYPES.some((known) => known === type)
}
