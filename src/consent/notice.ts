import { createHash } from 'node:crypto'

import type { Language } from '../tickets/ticket.ts'
import type { ConsentPurpose, ReceiptPurpose } from './consent.ts'

/**
 * What a notice says, in the order it is shown: the four points of 개인정보 보호법 §15②, and for processing abroad
 * those of §28의8② besides.
 */
export const NOTICE_POINTS = ['recipient', 'purpose', 'items', 'transfer', 'period', 'refusal'] as const

/** What every notice says, and what is said where data goes to somebody else. */
type NoticePoints = Readonly<Record<'purpose' | 'items' | 'period' | 'refusal', string>> &
  Readonly<Partial<Record<'recipient' | 'transfer', string>>>

/**
 * One published version of a notice in one language. Holes such as `{{phone}}` take the hospital's own details; in the
 * points `**…**` marks what the law wants to stand out (§22②, Enforcement Decree §17③).
 */
export type NoticeDocument = {
  readonly version: string
  /** The first day it holds, in Seoul, as YYYY-MM-DD. */
  readonly effectiveFrom: string
  readonly title: string
  /** For a chat, where nothing can be emphasised: every point in few words. */
  readonly short: string
  readonly points: NoticePoints
  /** What is new in it, in one sentence; absent in the first version alone. */
  readonly changes?: string
}

/** A notice as one person sees it: the hospital's details are filled in. */
export type Notice<P extends ReceiptPurpose = ConsentPurpose> = NoticeDocument & {
  readonly purpose: P
  readonly language: Language
}

/** A stretch of text, and whether it stands out. */
type MarkedText = { readonly text: string; readonly isEmphasised: boolean }

/** The hospital's details, by the name of their hole. */
export type NoticeValues = Readonly<Record<string, string>>

/**
 * Fills a document's holes.
 * @throws {Error} when a hole has no value: half a notice must not be agreed to
 */
export function fillNotice<P extends ReceiptPurpose>(
  document: NoticeDocument,
  about: { readonly purpose: P; readonly language: Language; readonly values: NoticeValues },
): Notice<P> {
  const fill = (text: string): string =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_hole, name: string) => {
      const value = about.values[name]
      if (value === undefined) throw new Error(`The notice ${about.purpose} ${document.version} lacks ${name}.`)
      return value
    })
  const points = Object.fromEntries(Object.entries(document.points).map(([name, text]) => [name, fill(text)]))
  return {
    ...document,
    purpose: about.purpose,
    language: about.language,
    short: fill(document.short),
    points: points as NoticePoints,
  }
}

/** SHA-256, hex, of all that a notice says, short form and points alike: what a receipt proves was put before a person. */
export function hashNotice({ title, short, points, changes }: NoticeDocument): string {
  const said = [title, short, ...NOTICE_POINTS.map((name) => `${name}: ${points[name] ?? ''}`), changes ?? '']
  return createHash('sha256').update(said.join('\n')).digest('hex')
}

/** A point's text in stretches, for a page that can make some of them stand out. */
export function readMarks(text: string): readonly MarkedText[] {
  return text
    .split('**')
    .map((part, index) => ({ text: part, isEmphasised: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}
