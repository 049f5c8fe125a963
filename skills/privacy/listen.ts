import type { Vault } from '../../src/consent/vault.ts'
import { completeNumber, type CompletedNumber } from './completeNumber.ts'
import { findEchoes } from './findEchoes.ts'
import { findPersonalData } from './findPersonalData.ts'
import { expectRest, findLooseRun, type LooseRun, type PendingRun } from './looseRuns.ts'
import { isNeverKept, type Finding, type PersonalDataType } from './personalData.ts'
import { createPublicNumbers, type IsPublicNumber } from './publicNumbers.ts'
import { placeholder, replaceSpans } from './replaceFindings.ts'
import type { Scrubbed } from './scrubbed.ts'
import { languageOf, type TextLanguage } from './textLanguage.ts'
import { openTokenBook, type TokenBook } from './tokenBook.ts'
import { findTokens } from './tokens.ts'

export type { PendingRun }

/** So many runs of digits may wait for the message that completes them. */
const PENDING_MAX = 5
const ANOTHER_PATIENT = { ko: '[다른 환자]', en: '[another patient]' } as const

/** What a conversation remembers from one message to the next. `pending` lives in memory only and is never written. */
export type ListenMemory = { readonly vault: Vault; readonly pending: readonly PendingRun[] }

export type Listened = ListenMemory & {
  /** As said, without what may never be kept. For the dialogs to read in memory; never stored. */
  readonly heard: string
  /** The form that may be stored: tokens of `vault` in the place of what identifies somebody. */
  readonly text: Scrubbed
  /** The kinds removed for good, each once, in reading order. */
  readonly removed: readonly PersonalDataType[]
}

/** A stretch of the message, with what stands in its place in either form. */
type Part = { readonly start: number; readonly end: number; readonly heard: string; readonly text: string }

/**
 * Takes in one message: removes for good what may never be kept, puts tokens in the place of what identifies
 * somebody, and joins numbers that were split over messages.
 * @param options.publicNumbers the hospital's own phone numbers, which are nobody's personal data
 */
export function listen(
  said: string,
  memory: ListenMemory,
  { publicNumbers }: { readonly publicNumbers: readonly string[] },
): Listened {
  const language = languageOf(said)
  const isPublic = createPublicNumbers(publicNumbers)
  const completed = completeNumber(said, memory.pending, isPublic)
  const findings = findAll(said, memory.vault, completed, isPublic)
  const loose = findLooseRun(said, [...findings, ...findTokens(said)], isPublic)

  const book = openTokenBook(memory.vault, memory.pending, language)
  const parts = findings.map((finding) => partFor(said, finding, completed, book, language))
  const whole = parts[findings.findIndex((finding) => finding === completed?.finding)]
  // The token of an earlier piece now stands for the whole number, without a digit of it.
  for (const { token } of usedTokens(completed)) book.add({ token, type: 'number', value: whole?.text ?? token })

  const waiting = memory.pending.filter((run) => !completed?.used.includes(run))
  const pending = waitOn(waiting, loose, expectRest(said, findings, completed?.finding), book)
  for (const run of waiting.filter((run) => !pending.includes(run))) release(run, book, language)

  const all = loose ? [...parts, loosePart(loose, pending)] : parts
  const ordered = all.toSorted((a, b) => a.start - b.start)
  return {
    heard: replaceSpans(said, ordered, (part) => part.heard),
    text: replaceSpans(said, ordered, (part) => part.text) as Scrubbed,
    vault: book.vault(),
    pending,
    removed: [...new Set(findings.map(({ type }) => type).filter(isNeverKept))],
  }
}

/** The pieces that stand in earlier texts. */
function usedTokens(completed: CompletedNumber | undefined): readonly PendingRun[] {
  return completed?.used.filter(({ value }) => value !== '') ?? []
}

function findAll(
  said: string,
  vault: Vault,
  completed: CompletedNumber | undefined,
  isPublic: IsPublicNumber,
): readonly Finding[] {
  const found = findPersonalData(said).filter(({ type, start, end }) => !isPublic(type, said.slice(start, end)))
  const others = found.filter(
    ({ start, end }) => !completed || end <= completed.finding.start || start >= completed.finding.end,
  )
  const known = completed ? [...others, completed.finding] : others
  return [...known, ...findEchoes(said, vault, known)].toSorted((a, b) => a.start - b.start)
}

function partFor(
  said: string,
  finding: Finding,
  completed: CompletedNumber | undefined,
  book: TokenBook,
  language: TextLanguage,
): Part {
  const { start, end, type, role } = finding
  if (isNeverKept(type)) {
    const gone = placeholder(type, 'removed', language)
    return { start, end, heard: gone, text: gone }
  }
  const heard = completed && finding === completed.finding ? completed.value : said.slice(start, end)
  if (role === 'other_patient') return { start, end, heard, text: ANOTHER_PATIENT[language] }
  return { start, end, heard, text: book.tokenFor(role === 'staff' ? 'staff_name' : type, heard) }
}

/** What waits for the next message: earlier runs only while the digits go on. */
function waitOn(
  waiting: readonly PendingRun[],
  loose: LooseRun | undefined,
  rest: PendingRun | undefined,
  book: TokenBook,
): readonly PendingRun[] {
  const going = loose ? [...waiting, { ...loose.run, token: book.nextToken('number') }] : []
  return [...going, ...(rest ? [rest] : [])].slice(-PENDING_MAX)
}

function loosePart({ start, end, run }: LooseRun, pending: readonly PendingRun[]): Part {
  const token = pending.findLast(({ value }) => value === run.value)?.token ?? ''
  return { start, end, heard: run.value, text: token }
}

/** A run that came to nothing may be kept, unless its words called it something that may not. */
function release({ token, value, hint }: PendingRun, book: TokenBook, language: TextLanguage): void {
  if (value === '') return
  const isForbidden = hint !== undefined && isNeverKept(hint)
  book.add({ token, type: 'number', value: isForbidden ? placeholder(hint, 'removed', language) : value })
}
