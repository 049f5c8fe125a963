import { describe, expect, it } from '@jest/globals'

import type { PersonalDataType } from '../../../../skills/privacy/personalData.ts'
import { parseCorpusLine, readCorpus } from './readCorpus.ts'
import type { CorpusLine } from './readCorpus.ts'

// Fewer than these and a type's measured recall says little.
const LEAST: Record<PersonalDataType, number> = {
  rrn: 24,
  foreigner_no: 22,
  passport: 22,
  driver_license: 20,
  card: 22,
  account: 22,
  phone: 55,
  email: 22,
  address: 24,
  patient_no: 24,
  name: 90,
  birthdate: 24,
  car_plate: 22,
}
const files = { tuning: readCorpus('tuning'), locked: readCorpus('locked') }

function countSpans(lines: readonly CorpusLine[], type: string): number {
  return lines.flatMap((line) => line.spans).filter((span) => span.type === type).length
}

/** Spacing, punctuation and case make no other line. */
function bare(line: CorpusLine): string {
  return line.text.replace(/[\s\p{P}]/gu, '').toLowerCase()
}

describe.each([
  ['tuning' as const, 1535],
  ['locked' as const, 706],
])('the %s lines', (name, size) => {
  const lines = files[name]

  it(`are ${size}, between two fifths and a half of them clean`, () => {
    // Not toHaveLength: its message would show locked lines to whoever writes rules.
    expect(lines.length).toBe(size)
    const clean = lines.filter((line) => line.spans.length === 0).length / size
    expect(clean).toBeGreaterThan(0.4)
    expect(clean).toBeLessThan(0.5)
  })

  it.each(Object.entries(LEAST))('hold enough of %s: %d', (type, least) => {
    expect(countSpans(lines, type)).toBeGreaterThanOrEqual(least)
  })

  it('mark the datum alone, without the space around it', () => {
    const surfaces = lines.flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)))
    expect(surfaces.filter((surface) => surface.trim() !== surface)).toEqual([])
  })
})

it('no line is in both files or twice in one', () => {
  const all = [...files.tuning, ...files.locked].map(bare)
  expect(all.filter((line, index) => all.indexOf(line) !== index)).toEqual([])
})

describe('a marked line', () => {
  it('becomes its text and UTF-16 offsets, emoji counted as they are stored', () => {
    expect(parseCorpusLine('💛 저는 ⟦name|표은주⟧, 차는 ⟦car_plate|12가 3456⟧', 'here:1')).toEqual({
      text: '💛 저는 표은주, 차는 12가 3456',
      spans: [
        { start: 6, end: 9, type: 'name' },
        { start: 14, end: 22, type: 'car_plate' },
      ],
    })
  })

  it.each([
    ['an unknown type', '⟦nickname|표은주⟧'],
    ['a mark left open', '저는 ⟦name|표은주'],
    ['a mark without a type', '저는 ⟦표은주⟧'],
    ['an empty surface', '저는 ⟦name|⟧'],
    ['a mark inside a mark', '⟦name|표⟦name|은⟧주⟧'],
    ['nothing', ''],
  ])('is refused with %s, by its place', (_name, line) => {
    expect(() => parseCorpusLine(line, 'here:7')).toThrow('here:7')
  })
})
