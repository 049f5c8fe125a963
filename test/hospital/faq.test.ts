import { describe, expect, it } from '@jest/globals'

import { findFaq } from '../../dialogs/asides/readQuestion.ts'
import { hospital } from '../support/talk.ts'
import { FORBIDDEN } from '../support/replyRules.ts'

describe.each(hospital.faq)('the sample answer to $id', ({ id, asks, answer }) => {
  it('is polite, plain and short', () => {
    for (const sentence of answer.ko.split(/(?<=\.)\s/)) expect(sentence).toMatch(/(?:니다|세요)\.$/)
    expect(answer.ko).not.toMatch(FORBIDDEN)
    expect(answer.ko.length).toBeLessThanOrEqual(200)
    expect(answer.en.length).toBeLessThanOrEqual(400)
  })

  it('is found by each of its wordings', () => {
    for (const wording of asks.ko) expect(findFaq(hospital, 'ko', `${wording} 궁금해요`)?.id).toBe(id)
    for (const wording of asks.en) expect(findFaq(hospital, 'en', `${wording}?`)?.id).toBe(id)
  })
})
