import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { PROMPT_IDS } from '../support/replyRules.ts'
import { EASY, ENGLISH, holesOf, isLabel, KOREAN } from '../support/sentences.ts'

const KOREAN_OF = new Map(KOREAN)
const ENGLISH_OF = new Map(ENGLISH)
const EASY_OF = new Map(EASY)
/** Filled in whatever sentence is said. */
const ALWAYS_FILLED = new Set([
  'hospital',
  'phone',
  'emergencyRoom',
  'visit',
  'hours',
  'emergency',
  'police',
  'suicide',
  'youth',
])
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
  'asides.corrected': ['line'],
  'inquiry.filed': ['number', 'department', 'due'],
  'praise.filed': ['number', 'department', 'secret'],
  'crisis.line': ['label', 'number'],
  'guardian.link': ['url'],
  'guardian.code': ['code'],
  'status.line': ['number', 'state', 'due'],
  'status.lineDone': ['number', 'state'],
  'status.answer': ['number', 'text'],
  'reply.arrived': ['number', 'text'],
  'consent.changed': ['changes'],
  'rights.consents': ['list'],
  'rights.consent': ['purpose', 'day'],
  'rights.ticket': ['number', 'state', 'period'],
  'rights.period.years': ['count'],
  'rights.period.days': ['count'],
  'rights.more': ['count'],
  'rights.phone': ['value'],
  'rights.name': ['value'],
  'rights.confirmErase': ['numbers'],
  'rights.confirmKeep': ['numbers', 'why', 'days'],
  'rights.withdrawn': ['purpose'],
  'rights.namelessKept': ['number', 'state', 'why', 'lines'],
  'rights.requested': ['number', 'due', 'lines'],
  'rights.decision.erased': ['numbers'],
  'rights.decision.withdrawn': ['numbers'],
  'rights.decision.refused': ['why', 'lines'],
  'rights.story.correct': ['number'],
  'rights.story.erase': ['number'],
  'rights.story.withdraw': ['number'],
  'photos.said': ['count'],
  'photos.taken': ['count'],
  'photos.tooMany': ['count'],
  'photos.summary': ['count'],
  'photos.lost': ['count'],
}
/** Sentences as easy as they can be, or that no patient reads. */
const EASY_ENOUGH =
  /^(?:crisis\.line|level\.|guardian\.|summary\.(?:story|when|where)|status\.lineDone|callback\.story|rights\.(?:consents?$|ticket|period|more|phone|name$|nameRetry|words(?:Only)?$|because|confirm(?:Keep|Overseas|Contact|Health|Collect)|withdrawn|namelessKept|requested|decision|story))/

describe('the holes of a sentence', () => {
  it.each([...KOREAN, ...EASY, ...ENGLISH])('are filled: %s', (key, text) => {
    const given = new Set([...ALWAYS_FILLED, ...(FILLED[key] ?? [])])
    expect(holesOf(text).filter((hole) => !given.has(hole))).toEqual([])
  })

  it.each(Object.entries(FILLED))(
    'say at each level and in both languages what only the code knows: %s',
    (key, holes) => {
      const said = [KOREAN_OF.get(key), EASY_OF.get(key) ?? KOREAN_OF.get(key), ENGLISH_OF.get(key)]
      for (const text of said) expect(holesOf(text ?? '')).toEqual(expect.arrayContaining([...holes]))
    },
  )
})

describe('the keys', () => {
  it('are the same in both languages', () => {
    expect([...ENGLISH_OF.keys()].sort()).toEqual([...KOREAN_OF.keys()].sort())
  })

  it('have an easy sentence wherever there is something to make easier', () => {
    const missing = [...KOREAN_OF.keys()].filter((key) => !EASY_OF.has(key) && !isLabel(key) && !EASY_ENOUGH.test(key))
    expect(missing).toEqual([])
  })

  it('of easy sentences are known, and what stands on a button is the same at both levels', () => {
    expect([...EASY_OF.keys()].filter((key) => !KOREAN_OF.has(key) || isLabel(key))).toEqual([])
  })

  it('are all said somewhere', () => {
    const code = sourcesOf('dialogs', 'bots/intake', 'src').join('\n')
    expect([...KOREAN_OF.keys()].filter((key) => !isSaid(code, key))).toEqual([])
  })
})

describe('every question in the code', () => {
  const asked = sourcesOf('dialogs').flatMap((code) =>
    [...code.matchAll(/^ {2,4}id: ['`]([^'`]+)['`],$/gm)].map(([, id = '']) => id),
  )

  it('is found', () => {
    expect(asked.length).toBeGreaterThanOrEqual(14)
  })

  it.each(asked)('has a public name: %s', (id) => {
    const names = id.includes('${') ? ['collect', 'health', 'overseas', 'contact'] : ['']
    for (const name of names) expect(PROMPT_IDS).toContain(id.replace(/\$\{\w+\}/, name))
  })
})

function sourcesOf(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
}

// Some names are put together: `crisis.${kind}`, `rights.period.${unit}`.
function isSaid(code: string, key: string): boolean {
  if (code.includes(`'${key}'`)) return true
  const parts = key.split('.')
  return parts.slice(1).some((_part, at) => code.includes(`\`${parts.slice(0, at + 1).join('.')}.\${`))
}
