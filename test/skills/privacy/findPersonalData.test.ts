import { describe, expect, it } from '@jest/globals'
import { findPersonalData } from '../../../skills/privacy/findPersonalData.ts'
import { NO_PERSONAL_DATA, PERSONAL_DATA } from './lines.ts'

describe('finding personal data', () => {
  it.each(PERSONAL_DATA)('finds %s in: %s', (type, text, value) => {
    const found = findPersonalData(text).map((finding) => [finding.type, text.slice(finding.start, finding.end)])
    expect(found).toContainEqual([type, value])
  })

  it.each(NO_PERSONAL_DATA)('leaves alone: %s', (text) => {
    expect(findPersonalData(text)).toEqual([])
  })

  it('gives findings in reading order that do not overlap', () => {
    const text = '저는 홍길동입니다. 991231-3123456, 010-0000-1234, 카드 4111 1111 1111 1111, hong@example.com'
    const found = findPersonalData(text)
    expect(found.map(({ type }) => type)).toEqual(['name', 'rrn', 'phone', 'card', 'email'])
    found.slice(1).forEach((finding, index) => expect(finding.start).toBeGreaterThanOrEqual(found[index]!.end))
  })

  it('counts offsets in UTF-16 units, past emoji and full-width characters', () => {
    const text = '😡😡 ０１０－００００－１２３４ 로 전화 주세요'
    expect(findPersonalData(text)).toEqual([{ start: 5, end: 18, type: 'phone' }])
  })

  it('stays quick on long and hostile text', () => {
    const started = performance.now()
    for (const unit of ['1 ', '공', '9912', '가나 ', '( ', 'a@', '주민 ', '1-', 'O1'])
      findPersonalData(unit.repeat(Math.ceil(4000 / unit.length)))
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
