import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'

import { publishedNotices } from '../../locales/notices.ts'
import { CONSENT_PURPOSES, RECEIPT_PURPOSES } from '../../src/consent/consent.ts'
import { fillNotice, hashNotice, type NoticeDocument, readMarks } from '../../src/consent/notice.ts'
import { createNoticeBook } from '../../src/consent/noticeBook.ts'
import { findProcessorsAbroad, noticeValuesOf } from '../../src/consent/processorsAbroad.ts'
import { hospitalSchema } from '../../src/hospital/hospital.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../src/hospital/readHospitalFile.ts'

const LANGUAGES = ['ko', 'en'] as const
const hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
const abroad = findProcessorsAbroad(hospital, undefined)

/**
 * SHA-256 of every text ever published. A line is never changed or taken out: somebody agreed to that text. A changed
 * text is a new version, and a new line.
 */
const PUBLISHED: Readonly<Record<string, string>> = {
  'collect 2026-11-22 ko': '7717b5761ab51a4a1697609465b8ba45fd5168ca20653d02f2b4304819e385d3',
  'health 2026-11-22 ko': 'b1b27324513806dcd4e2c1eb6e16ce22612d817e4e446591417d0e769a718645',
  'overseas 2026-11-22 ko': '1edcb5732a2e0785d1384099307e1c5f737655b17b6ed628763544b10ee32f73',
  'contact 2026-11-22 ko': 'cfb7336ca9d9037a61b8f9614a3ab59236b0cc4655b18916791af132246e687c',
  'guardian 2026-11-22 ko': '91ed9814793034b18c3d9d1a84e216ea17f49a07a3caba7306f578b8c6d78111',
  'collect 2026-11-22 en': '05ca34a0d840f8cd036268f0d115685236be979f6ff3741ea33ac1a012515de1',
  'health 2026-11-22 en': '6956e23b1608bdacae7ec0b866f71230d098bf476551273d94a56dc95627f2eb',
  'overseas 2026-11-22 en': 'cec279f465b53f47084ac1f6c277dffa79632bad0e83527dc81aa4430a5574de',
  'contact 2026-11-22 en': '5173e33374b99581aa68c60a88164ff166cbdbd215ff1b2ee2eb7b9a1d168724',
  'guardian 2026-11-22 en': 'd2fdfd9b056e7252abdd5faeaea5b9a9fc5fb4827e92b732dec2bc155ae445c0',
}

const all = LANGUAGES.flatMap((language) =>
  RECEIPT_PURPOSES.flatMap((purpose) =>
    publishedNotices[language][purpose].map((document, index) => ({ language, purpose, document, index })),
  ),
)
const named = all.map((one) => [`${one.purpose} ${one.document.version} ${one.language}`, one] as const)

describe('a published notice', () => {
  it.each(named)('stays as it was: %s', (name, { document }) => {
    expect(hashNotice(document)).toBe(PUBLISHED[name])
  })

  it('is never taken out', () => {
    expect(named.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(PUBLISHED)))
  })

  it.each(named)('says from the second version on what is new: %s', (_name, { document, index }) => {
    if (index === 0) expect(document.changes).toBeUndefined()
    else expect(document.changes).toMatch(/^[^.]+\.$/)
  })

  it.each(RECEIPT_PURPOSES)('has the same versions, in order, in both languages: %s', (purpose) => {
    const days = (documents: readonly NoticeDocument[]) =>
      documents.map(({ version, effectiveFrom }) => [version, effectiveFrom])
    expect(days(publishedNotices.en[purpose])).toEqual(days(publishedNotices.ko[purpose]))
    const from = publishedNotices.ko[purpose].map(({ effectiveFrom }) => effectiveFrom)
    expect([...from].sort()).toEqual(from)
    expect(new Set(publishedNotices.ko[purpose].map(({ version }) => version)).size).toBe(from.length)
  })
})

describe('a notice as a person sees it', () => {
  const shown = LANGUAGES.flatMap((language) =>
    CONSENT_PURPOSES.map((purpose) => {
      const document = createNoticeBook(publishedNotices).current(purpose, language, new Date('2027-01-01'))
      const values = noticeValuesOf(hospital, abroad, language)
      return [`${purpose} ${language}`, fillNotice(document, { purpose, language, values })] as const
    }),
  )

  it.each(shown)('has every hole filled: %s', (_name, notice) => {
    expect(JSON.stringify(notice)).not.toMatch(/\{\{|undefined/)
  })

  it.each(shown.filter(([, { language }]) => language === 'ko'))(
    'fits a chat in short: %s',
    (_name, { title, short }) => {
      expect(`${title}\n${short}`.length).toBeLessThanOrEqual(200)
    },
  )

  it.each(shown.filter(([, { language }]) => language === 'en'))(
    'fits a KakaoTalk card in short: %s',
    (_name, { title, short }) => {
      expect(`${title}\n${short}`.length).toBeLessThanOrEqual(400)
    },
  )

  it.each(shown)('tells in short purpose, items, period and refusal: %s', (_name, { short }) => {
    for (const point of [/목적|Purpose/, /항목|Items?:/, /보유|Kept|period/, /거부|refuse/])
      expect(short).toMatch(point)
  })

  it.each(shown)('makes the period stand out: %s', (_name, { points }) => {
    expect(emphasised(points.period)).toMatch(/\d/)
  })

  it.each(LANGUAGES)('makes the items of health stand out whole: %s', (language) => {
    const { points } = publishedNotices[language].health.at(-1) ?? {}
    expect(readMarks(points?.items ?? '').every(({ isEmphasised }) => isEmphasised)).toBe(true)
  })

  it.each(LANGUAGES)('names who receives data abroad, why, where and for how long: %s', (language) => {
    const [document] = publishedNotices[language].overseas
    const values = noticeValuesOf(hospital, abroad, language)
    const { points, short } = fillNotice(document!, { purpose: 'overseas', language, values })
    const { name, contact, country, purpose, retention } = abroad[0]!
    expect(emphasised(points.recipient ?? '')).toBe(`${name} · ${contact}`)
    expect(emphasised(points.purpose)).toBe(purpose[language])
    expect(emphasised(points.period)).toBe(retention[language])
    expect(points.transfer).toContain(country[language])
    for (const said of [name, contact, country[language], retention[language]]) expect(short).toContain(said)
  })
})

describe('who receives data abroad', () => {
  const processor = {
    name: 'Model Company',
    contact: 'privacy@model.example',
    country: { ko: '미국', en: 'United States' },
    purpose: { ko: '민원 분류', en: 'sorting complaints' },
    retention: { ko: '30일', en: '30 days' },
  }
  const withModel = hospitalSchema.parse({ ...hospital, languageModel: { processor } })

  it('is nobody where the hospital has Slack in Korea and no model abroad', () => {
    const domestic = hospitalSchema.parse({ ...hospital, slack: { processing: 'domestic' } })
    expect(findProcessorsAbroad(domestic, undefined)).toEqual([])
    expect(findProcessorsAbroad(domestic, 'domestic')).toEqual([])
  })

  it('is the model, too, where it runs abroad, each with a purpose and period of its own', () => {
    const both = findProcessorsAbroad(withModel, 'overseas')
    const { recipients, retentions, countries } = noticeValuesOf(withModel, both, 'ko')
    expect(recipients).toBe('Slack Technologies, LLC · privacy@slack.example, Model Company · privacy@model.example')
    expect(retentions).toBe('Slack Technologies, LLC: 90일, Model Company: 30일')
    expect(countries).toBe('미국')
  })

  it('must be named', () => {
    expect(() => findProcessorsAbroad(hospital, 'overseas')).toThrow(/languageModel/)
  })
})

describe('the book of notices', () => {
  const first = publishedNotices.ko.collect[0]!
  const second: NoticeDocument = {
    ...first,
    version: '2',
    effectiveFrom: '2027-03-01',
    changes: '보유 기간이 줄었습니다.',
  }
  const book = createNoticeBook({ ...publishedNotices, ko: { ...publishedNotices.ko, collect: [first, second] } })

  it.each([
    ['2020-01-01T00:00:00+09:00', first.version],
    ['2027-02-28T23:59:59+09:00', first.version],
    ['2027-03-01T00:00:00+09:00', '2'],
  ])('at %s opens at version %s', (at, version) => {
    expect(book.current('collect', 'ko', new Date(at)).version).toBe(version)
  })

  it('finds what a receipt names, years later, and nothing else', () => {
    expect(book.find('collect', 'ko', first.version)).toBe(first)
    expect(book.find('collect', 'ko', '1999')).toBeUndefined()
  })

  it('gives no notice with a hole in it', () => {
    expect(() => fillNotice(first, { purpose: 'collect', language: 'ko', values: {} })).toThrow(/lacks/)
  })

  it('hashes whatever is said differently', () => {
    const { points } = first
    const others = [
      { ...first, title: 'x' },
      { ...first, short: 'x' },
      { ...first, changes: 'x' },
      { ...first, points: { ...points, refusal: 'x' } },
    ]
    expect(new Set([first, ...others].map(hashNotice)).size).toBe(5)
    expect(hashNotice(first)).toHaveLength(createHash('sha256').digest('hex').length)
  })
})

function emphasised(marked: string): string {
  return readMarks(marked)
    .filter(({ isEmphasised }) => isEmphasised)
    .map(({ text }) => text)
    .join(' ')
}
