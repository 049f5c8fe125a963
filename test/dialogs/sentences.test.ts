import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { conversation as en } from '../../locales/en/conversation.ts'
import { guardian as guardianEn, relation as relationEn } from '../../locales/en/guardian.ts'
import { conversation as ko } from '../../locales/ko/conversation.ts'
import { guardian, relation } from '../../locales/ko/guardian.ts'
import { FORBIDDEN, PROMPT_IDS } from '../support/replyRules.ts'

type Tree = { readonly [key: string]: string | Tree }

const KOREAN = new Map(leaves({ ...ko, guardian, relation }))
const ENGLISH = new Map(leaves({ ...en, guardian: guardianEn, relation: relationEn }))
/** What stands on a button. */
const LABELS =
  /^(?:choice\.|menu\.(?!ask|retry)|age\.(?:adult|child$|guardian)|anonymous\.(?:yes|no)|consent\.openPage|story\.agree|when\.(?:today|yesterday)|summary\.(?:submit|edit|cancel)|callback\.stop$|crisis\.(?:goOn|stop$)|guardian\.anonymous$|relation\.(?!ask|retry))/
/** Filled in whatever sentence is said. */
const ALWAYS_FILLED = new Set(['hospital', 'phone', 'emergencyRoom', 'visit'])
/** What the code gives to each sentence besides. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
  'summary.story': ['value'],
  'summary.when': ['value'],
  'summary.where': ['value'],
  'summary.wish': ['value'],
  'summary.phone': ['value'],
  'filed.named': ['number', 'department', 'due'],
  'filed.anonymous': ['number', 'secret', 'due'],
  'filed.praise': ['number', 'department'],
  'filed.suggestion': ['number', 'department', 'due'],
  'filed.again': ['number'],
  'filed.callback': ['number', 'due'],
  'guardian.link': ['url'],
  'guardian.code': ['code'],
  'status.line': ['number', 'state', 'due'],
  'status.lineDone': ['number', 'state'],
  'status.answer': ['number', 'text'],
  'reply.arrived': ['number', 'text'],
  'consent.changed': ['changes'],
}

describe('every sentence the bot says', () => {
  it.each([...KOREAN])('is kind and plain: %s', (key, text) => {
    expect(text).not.toMatch(FORBIDDEN)
    expect(text).toMatch(/\S/)
    expect(text.length).toBeLessThanOrEqual(key === 'greeting' ? 200 : 260)
    expect(text).not.toMatch(/\p{Extended_Pictographic}|ㅠ|ㅎㅎ/u)
  })

  it.each([...KOREAN].filter(([key]) => !isLabel(key)))('is polite: %s', (_key, text) => {
    const sentences = text.split(/(?<=[.?])\s|\n/).filter((sentence) => /[가-힣][.?]$/.test(sentence))
    for (const sentence of sentences)
      expect(sentence).toMatch(/(?:니다|세요|해요|어요|여요|까요|나요|가요|시오|예요|아요|워요|게요)[.?]$/)
  })

  it.each([...ENGLISH])('asks in English for nothing that is not given: %s', (key, text) => {
    const given = new Set([...ALWAYS_FILLED, ...(FILLED[key] ?? [])])
    expect(holesOf(text).filter((hole) => !given.has(hole))).toEqual([])
    expect(holesOf(KOREAN.get(key) ?? '').filter((hole) => !given.has(hole))).toEqual([])
  })

  it('says in both languages what only the code knows', () => {
    for (const [key, holes] of Object.entries(FILLED)) {
      expect(holesOf(KOREAN.get(key) ?? '')).toEqual(expect.arrayContaining([...holes]))
      expect(holesOf(ENGLISH.get(key) ?? '')).toEqual(expect.arrayContaining([...holes]))
    }
  })

  it.each([...KOREAN, ...ENGLISH].filter(([key]) => isLabel(key)))('fits on a button: %s', (_key, label) => {
    expect(label.length).toBeLessThanOrEqual(14)
  })

  it('is said somewhere', () => {
    const code = sourcesOf('dialogs', 'bots/intake', 'src').join('\n')
    const unsaid = [...KOREAN.keys()].filter((key) => !isSaid(code, key))
    expect(unsaid).toEqual([])
  })

  it('gives the numbers of whoever helps at once', () => {
    for (const words of [guardian, guardianEn]) {
      for (const sentence of [words.ask, words.none, words.noCall]) expect(sentence).toMatch(/119[^]*112/)
    }
    for (const messages of [ko, en]) {
      expect(messages.crisis.medical_emergency).toContain('119')
      expect(messages.crisis.self_harm).toContain('109')
      expect(messages.crisis.violence_abuse).toContain('112')
      expect(messages.crisis.sexual_harassment).toContain('1366')
      expect(messages.callback.night).toContain('119')
    }
  })
})

describe('every question in the code', () => {
  const asked = sourcesOf('dialogs').flatMap((code) =>
    [...code.matchAll(/^ {2,4}id: ['`]([^'`]+)['`],$/gm)].map(([, id = '']) => id),
  )

  it('is found', () => {
    expect(asked.length).toBeGreaterThanOrEqual(13)
  })

  it.each(asked)('has a public name: %s', (id) => {
    const names = id.includes('${') ? ['collect', 'health', 'overseas', 'contact'] : ['']
    for (const name of names) expect(PROMPT_IDS).toContain(id.replace(/\$\{\w+\}/, name))
  })
})

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  )
}

function holesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole = '']) => hole)
}

function isLabel(key: string): boolean {
  return LABELS.test(key)
}

function sourcesOf(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
}

// Some names are put together: `crisis.${kind}`.
function isSaid(code: string, key: string): boolean {
  if (code.includes(`'${key}'`)) return true
  const [, stem = ''] = /^(.+\.)[^.]+$/.exec(key) ?? []
  return code.includes(`\`${stem}\${`)
}
