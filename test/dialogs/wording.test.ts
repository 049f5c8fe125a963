import { describe, expect, it } from '@jest/globals'

import { en } from '../../locales/en.ts'
import { ko } from '../../locales/ko.ts'
import { FORBIDDEN } from '../support/replyRules.ts'
import { EASY, ENGLISH, isLabel, KOREAN, type Sentence, splitSentences } from '../support/sentences.ts'

/** A bubble of KakaoTalk that is read at one glance; and what no bubble may be longer than. */
const GLANCE_CHARS = 200
const HARD_LIMIT_CHARS = 1_000
/** Lists of words, and what a guardian has to be told at once. */
const LONGER = /^(?:help|guardian\.(?:ask|none|refused)|rights\.)/

/** Advice on treatment or law, gifts, and claims on either side of a fault. */
const NEVER_SAID =
  /복용|드시지 마|끊으|진단(?!서)|처방|소송|고소|변호사|법적|책임(?:이|은|을)|잘못(?!\s?(?:적|보|눌))|할인|무료|사은|상품권|면제|환불|징계|틀림없|절대/
const NEVER_SAID_EN =
  /our (?:mistake|fault|error)|not our|fault|liab|negligen|malpractice|compensat|refund|coupon|discount|voucher|for free|lawsuit|lawyer|sue\b|diagnos|prescri|stop taking|unfortunately|policy|you should have|misunderst|however|guarantee|promise that/i

/** Words of an office, and the plain ones that say the same. */
const OFFICE_WORDS =
  /접수|처리|기한|담당|확인|부서|내용|동의|저장|수집|이용(?!해)|제공|보관|철회|열람|정정|해당|관련|및|또는|여부|사항|기재|입력|작성|제출|연락처|암호|익명|불가|가능|문의|민원|답변|여쭙|말미암|의거|귀하|내방|금일|익일|상기|하기(?:\s|와)|조속|양해|유념/

const POLITE =
  /(?:니다|세요|해요|어요|여요|까요|나요|가요|시오|예요|아요|워요|게요|에요|군요|돼요|려요|써요|와요|래요|네요|봐요|줘요|켜요|내요)[.?!]$/
const EASY_AVERAGE_CHARS = 30
const EASY_MOST_CHARS = 45

const spoken = (sentences: readonly Sentence[]): readonly Sentence[] => sentences.filter(([key]) => !isLabel(key))
/** What is quoted is what stands on a button. */
const unquoted = (text: string): string => text.replaceAll(/"[^"]*"/g, '""')

describe('every sentence in Korean', () => {
  it.each([...KOREAN, ...EASY])('admits, denies, advises and promises nothing it may not: %s', (_key, text) => {
    expect(text).not.toMatch(FORBIDDEN)
    expect(text).not.toMatch(NEVER_SAID)
    expect(text).not.toMatch(/\p{Extended_Pictographic}|ㅠ|ㅎㅎ|!!/u)
    expect(text).toMatch(/\S/)
  })

  it.each(spoken(KOREAN))('is polite: %s', (_key, text) => {
    for (const sentence of sentencesOf(text)) expect(sentence).toMatch(POLITE)
  })

  it.each(spoken(EASY))('is polite in easy words: %s', (_key, text) => {
    for (const sentence of sentencesOf(text)) expect(sentence).toMatch(/(?:요|세요)[.?!]$/)
  })
})

describe('every sentence in English', () => {
  it.each(ENGLISH)('admits, denies, advises and promises nothing it may not: %s', (_key, text) => {
    expect(text).not.toMatch(NEVER_SAID_EN)
    expect(text).not.toMatch(/\p{Extended_Pictographic}|!!/u)
    expect(text).toMatch(/\S/)
  })
})

describe('the length of a sentence', () => {
  it.each([...KOREAN, ...EASY])('fits a bubble read at a glance: %s', (key, text) => {
    expect(text.length).toBeLessThanOrEqual(LONGER.test(key) ? 2 * GLANCE_CHARS : GLANCE_CHARS)
  })

  it.each(ENGLISH)('fits a bubble in English: %s', (key, text) => {
    expect(text.length).toBeLessThanOrEqual(LONGER.test(key) ? HARD_LIMIT_CHARS : 2 * GLANCE_CHARS)
  })

  it.each([...KOREAN, ...ENGLISH].filter(([key]) => isTapped(key)))('fits a button: %s', (_key, label) => {
    expect(label.length).toBeLessThanOrEqual(14)
  })
})

describe('easy Korean', () => {
  // What is said to children about their guardians is at this level from the start.
  const easy = [...EASY, ...KOREAN.filter(([key]) => /^guardian\.(?!link|code|anonymous)/.test(key))]

  it.each(easy)('has short sentences: %s', (_key, text) => {
    const lengths = splitSentences(text).map((sentence) => sentence.length)
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(EASY_AVERAGE_CHARS)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(EASY_MOST_CHARS)
  })

  it.each(EASY.filter(([key]) => key !== 'help'))('has no words of an office: %s', (_key, text) => {
    expect(unquoted(text)).not.toMatch(OFFICE_WORDS)
  })
})

describe('the situations', () => {
  it('have kind words for every category, and no two levels the same', () => {
    const easy = new Map(EASY)
    for (const [category, text] of Object.entries(ko.empathy)) {
      expect(text).toMatch(/겠습니다|것 같습니다/)
      expect(easy.get(`empathy.${category}`)).toBeDefined()
      expect(easy.get(`empathy.${category}`)).not.toBe(text)
    }
  })

  it('name the feeling of whoever was harmed, and regret nothing that was done to them', () => {
    for (const words of [ko.empathy.medical_accident, ko.empathy.medical_care, ko.empathy.nursing, ko.sorry.care])
      expect(words).not.toMatch(/죄송|사과|유감/)
    for (const words of [en.empathy.medical_accident, en.empathy.medical_care, en.empathy.nursing, en.sorry.care])
      expect(words).not.toMatch(/sorry|apolog|regret/i)
  })

  it('say at the start that nobody but a machine listens, and that people answer', () => {
    expect(ko.greeting).toMatch(/자동/)
    expect(ko.greeting).toMatch(/직원/)
    expect(ko.greetingAi).toMatch(/인공지능/)
    expect(en.greeting).toMatch(/automated/)
    expect(en.greetingAi).toMatch(/AI/)
    expect(new Map(EASY).get('greeting')).toMatch(/자동/)
  })

  it('give the holes of whoever helps at once, and no number of their own', () => {
    for (const [key, text] of [...KOREAN, ...EASY, ...ENGLISH]) {
      expect([key, /\b(?:119|112|109|1366|1388|1577-\d{4})\b/.exec(text)]).toEqual([key, null])
    }
    const danger = [ko.crisis, en.crisis]
    for (const words of danger) {
      expect(words.medical_emergency).toMatch(/\{\{emergency\}\}[^]*\{\{emergencyRoom\}\}/)
      expect(words.self_harm).toMatch(/\{\{suicide\}\}/)
      expect(words.violence_abuse).toMatch(/\{\{police\}\}/)
      expect(words.sexual_harassment).toMatch(/\{\{police\}\}/)
    }
  })
})

function sentencesOf(text: string): readonly string[] {
  return splitSentences(text).filter((sentence) => /[가-힣][.?!]$/.test(sentence))
}

// Some labels stand in the middle of a sentence instead.
function isTapped(key: string): boolean {
  return isLabel(key) && !/^(?:receipt\.|photos\.(?:said|summary)|rights\.(?:purpose|story))/.test(key)
}
