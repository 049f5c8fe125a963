import { describe, expect, it } from '@jest/globals'
import { generateLines, generateTalks } from './generateLines.ts'
import { leftOfLine, leftOfTalk } from './visibleDigits.ts'

describe('numbers that may never be kept, in every disguise', () => {
  const lines = generateLines()

  it('are at least three thousand lines', () => {
    expect(lines.length).toBeGreaterThanOrEqual(3000)
  })

  it('leave not one digit to read', () => {
    const left = lines.filter((line) => leftOfLine(line) !== '')
    expect(left.map(({ before, surface, after }) => before + surface + after)).toEqual([])
  })

  it('leave not one digit to read when said over two to four messages', () => {
    expect(generateTalks().filter((talk) => leftOfTalk(talk) !== '')).toEqual([])
  })
})
