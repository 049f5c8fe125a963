import { describe, expect, it } from '@jest/globals'
import { cutText, splitText } from '../src/index.ts'

describe('splitText', () => {
  it.each<[string, string, number, readonly string[], string]>([
    ['short text as it is', ' 안녕하세요. ', 20, ['안녕하세요.'], ''],
    ['nothing of nothing', '  ', 20, [], ''],
    ['at the ends of sentences', '비가 왔습니다. 젖었어요! 왜죠?', 15, ['비가 왔습니다. 젖었어요!', '왜죠?'], ''],
    ['not inside a number', '온도는 36.5도입니다. 괜찮아요.', 15, ['온도는 36.5도입니다.', '괜찮아요.'], ''],
    ['at the ends of lines', '첫 줄\n둘째 줄입니다\n끝', 10, ['첫 줄', '둘째 줄입니다\n끝'], ''],
    [
      'at a space where a sentence is too long',
      '가나다라마바사 아자차카타파하',
      10,
      ['가나다라마바사', '아자차카타파하'],
      '',
    ],
    ['anywhere where there is no space', '가'.repeat(25), 10, ['가'.repeat(10), '가'.repeat(10), '가'.repeat(5)], ''],
    ['and hands back what is left', '하나. 둘. 셋. 넷. 다섯.', 3, ['하나.', '둘.', '셋.'], '넷. 다섯.'],
  ])('splits %s', (_name, text, maxChars, parts, rest) => {
    expect(splitText(text, { maxChars, maxParts: 3 })).toEqual({ parts, rest })
  })

  it('breaks no emoji', () => {
    const family = '👨‍👩‍👧‍👦'
    const { parts } = splitText(family.repeat(5), { maxChars: family.length * 2 + 3, maxParts: 9 })
    expect(parts).toEqual([family.repeat(2), family.repeat(2), family])
  })
})

describe('cutText', () => {
  it.each([
    ['가나다', 3, '가나다'],
    ['가나다라', 3, '가나…'],
    ['가 나다라', 3, '가…'],
    ['👍👍👍', 4, '👍…'],
  ])('cuts %s to %i', (text, maxChars, expected) => {
    expect(cutText(text, maxChars)).toBe(expected)
  })
})
