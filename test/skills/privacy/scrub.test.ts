import { describe, expect, it } from '@jest/globals'
import { scrub } from '../../../skills/privacy/scrub.ts'
import { NO_PERSONAL_DATA, PERSONAL_DATA } from './lines.ts'

const NEVER_KEPT = ['rrn', 'foreigner_no', 'passport', 'driver_license', 'card', 'account']

describe('scrubbing', () => {
  it('puts a placeholder where a resident number stood and says what it removed', () => {
    const text = '제 주민번호는 991231-3123456 이고 전화는 010-0000-1234입니다'
    expect(scrub(text)).toEqual({
      text: '제 주민번호는 [주민등록번호 삭제됨] 이고 전화는 010-0000-1234입니다',
      removed: ['rrn'],
      spans: [{ start: 8, end: 22, type: 'rrn' }],
    })
  })

  it('speaks English to English text', () => {
    expect(scrub('my card is 4111 1111 1111 1111').text).toBe('my card is [card number removed]')
  })

  it('names each kind once', () => {
    expect(scrub('991231-3123456 과 991230-4123456').removed).toEqual(['rrn'])
  })

  it.each(PERSONAL_DATA.filter(([type]) => NEVER_KEPT.includes(type)))(
    'removes %s for good from: %s',
    (type, text, value) => {
      const scrubbed = scrub(text)
      expect(scrubbed.removed).toContain(type)
      expect(scrubbed.text).not.toContain(value)
    },
  )

  it.each(PERSONAL_DATA.filter(([type]) => !NEVER_KEPT.includes(type)))(
    'keeps %s, which consent may cover: %s',
    (_, text) => {
      expect(scrub(text)).toEqual({ text, removed: [], spans: [] })
    },
  )

  it.each([...PERSONAL_DATA.map(([, text]) => text), ...NO_PERSONAL_DATA])(
    'changes nothing the second time: %s',
    (text) => {
      const once = scrub(text).text
      expect(scrub(once).text).toBe(once)
    },
  )
})
