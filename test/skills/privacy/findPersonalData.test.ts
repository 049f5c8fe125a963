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

  it.each([
    ['김철수 교수님이', 'staff'],
    ['담당 간호사 박지은이', 'staff'],
    ['Dr. Smith said', 'staff'],
    ['옆 침대 이순희 할머니가', 'other_patient'],
    ['같은 병실 박철수 씨가', 'other_patient'],
    ['저는 홍길동입니다', undefined],
    ['제 아들 홍길동이 다쳤어요', undefined],
  ])('tells whose name it is: %s', (text, role) => {
    expect(findPersonalData(text).map((finding) => finding.role)).toEqual([role])
  })

  it('stays quick on long and hostile text', () => {
    const units = [
      '1 ',
      '공',
      '9912',
      '가나 ',
      '( ',
      'a@',
      '주민 ',
      '1-',
      'O1',
      '12 ',
      '010-',
      '12년 ',
      '다시 ',
      '김철수 ',
      'one ',
    ]
    for (const unit of units) {
      const started = process.cpuUsage()
      findPersonalData(unit.repeat(Math.ceil(5000 / unit.length)))
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
    }
  })
})
