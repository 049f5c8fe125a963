import { en } from '../../locales/en.ts'
import { ko } from '../../locales/ko.ts'
import { easy } from '../../locales/ko/easy.ts'

type Tree = { readonly [key: string]: string | Tree }

/** A sentence and the key it is called by. */
export type Sentence = readonly [key: string, text: string]

// What staff read, and drafts that staff go over, have rules of their own.
const { desk: _desk, replies: _replies, ...toPatients } = ko
const { desk: _deskEn, replies: _repliesEn, ...toPatientsEn } = en

/** Everything the bot says to patients, at each level and in each language. */
export const KOREAN: readonly Sentence[] = leaves(toPatients)
export const EASY: readonly Sentence[] = leaves(easy)
export const ENGLISH: readonly Sentence[] = leaves(toPatientsEn)

/** What stands on a button, or in the middle of a sentence. */
const LABELS =
  /^(?:choice\.|menu\.(?!ask|retry)|age\.(?:adult|child$|guardian)|anonymous\.(?:yes|no)|consent\.openPage|story\.agree|when\.(?:today|yesterday)|summary\.(?:submit|edit|cancel)|callback\.stop$|crisis\.(?:goOn|stop$|inside|outside|noContact)|guardian\.anonymous$|relation\.(?!ask|retry)|inquiry\.(?:file$|leave|done)|praise\.byName|kakao\.more|photos\.(?:offer|without|said|summary)|receipt\.|rights\.(?:purpose|consentLabel|copy$|copyOpen|correct$|erase$|withdraw$|other$|stop$|all|correctPhone|correctName|correctWords|thisOne|yes|no$|story\.))/

/** Tells whether a key names a label rather than a sentence. */
export function isLabel(key: string): boolean {
  return LABELS.test(key)
}

/** The holes of a sentence, by name. */
export function holesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole = '']) => hole)
}

/** The sentences of a text, each hole as long as a short name. */
export function splitSentences(text: string): readonly string[] {
  return text
    .replaceAll(/\{\{\w+\}\}/g, '○○○○')
    .split(/(?<=[.?!])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function leaves(tree: Tree, prefix = ''): readonly Sentence[] {
  return Object.entries(tree).flatMap(([key, value]): readonly Sentence[] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  )
}
