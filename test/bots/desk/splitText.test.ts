import { describe, expect, it } from '@jest/globals'

import { splitText } from '../../../bots/desk/splitText.ts'

describe('splitText', () => {
  it.each([
    ['', 3, []],
    ['가나다', 3, ['가나다']],
    ['가나다라', 3, ['가나다', '라']],
    ['ab😀c', 3, ['ab', '😀c']],
  ])('cuts %j at %i without breaking a character', (text, limit, pieces) => {
    expect(splitText(text, limit)).toEqual(pieces)
  })
})
