import { describe, expect, it } from '@jest/globals'

import type { AuditLine } from '../../src/audit/ports.ts'
import { reviewLines, reviewPeople } from '../../src/audit/reviewMonth.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../src/hospital/readHospitalFile.ts'

const hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
/** 원무과 and 간호부. */
const [DOYUN, MINSEO] = ['U0DOYUN00', 'U0MINSEO0'] as const
/** 10:00 on a Tuesday in Seoul. */
const AT_WORK = new Date('2026-11-24T01:00:00Z')

let sequence = 0
const line = (changes: Partial<AuditLine> = {}): AuditLine => ({
  sequence: (sequence += 1),
  at: AT_WORK,
  who: DOYUN,
  surface: 'desk',
  address: undefined,
  ticketId: 'ticket-1',
  ticketNumber: 'V26-7KQ4MZ3',
  action: 'revealed',
  field: 'name',
  reason: 'answer',
  department: '원무과',
  ...changes,
})
const times = (count: number, changes: Partial<AuditLine> = {}) => Array.from({ length: count }, () => line(changes))
const month = (lines: readonly AuditLine[]) =>
  async function* read() {
    yield* lines
  }
const unusualOf = async (lines: readonly AuditLine[]) => {
  const { lines: marked } = await reviewLines(month(lines), hospital, { who: undefined, from: 0, count: 100 })
  return marked.map(({ unusual }) => unusual)
}

describe('what is worth a second look', () => {
  it.each([
    ['a usual reveal', {}, []],
    ['late in the evening', { at: new Date('2026-11-24T13:00:00Z') }, ['out_of_hours']],
    ['on a Sunday', { at: new Date('2026-11-22T01:00:00Z') }, ['out_of_hours']],
    ['a change late in the evening', { at: new Date('2026-11-24T13:00:00Z'), action: 'changed' }, []],
    ['another department’s ticket', { who: MINSEO }, ['other_department']],
    ['the coordinator at any ticket', { who: 'U0HANEUL0' }, []],
    ['somebody the hospital file does not know', { who: 'U0GONE000' }, ['other_department']],
    ['no ticket at all', { who: 'U0GONE000', department: undefined }, []],
  ] as const)('is told of %s', async (_what, changes, expected) => {
    expect(await unusualOf([line(changes)])).toEqual([expected])
  })

  it('is more than twenty reveals of one person on one day in Seoul', async () => {
    expect((await unusualOf(times(20))).flat()).toEqual([])
    expect(await unusualOf(times(21))).toEqual(times(21).map(() => ['many_reveals']))
    expect((await unusualOf([...times(20), line({ who: 'U0SEOYEON' })])).flat()).toEqual([])
    expect((await unusualOf([...times(20), line({ at: new Date('2026-11-25T01:00:00Z') })])).flat()).toEqual([])
    expect((await unusualOf([...times(20), line({ action: 'seen' })])).flat()).toEqual([])
  })

  it('leaves out what the product and the persons concerned did', async () => {
    expect(await unusualOf([line({ who: 'system' }), line({ who: 'person' })])).toEqual([])
  })
})

describe('a review', () => {
  it('names those with the most unusual lines first, with what they did and why', async () => {
    const lines = [
      ...times(3, { ticketId: 'ticket-2', reason: 'identity' }),
      line({ action: 'seen', reason: undefined }),
      line({ who: MINSEO }),
    ]
    expect(await reviewPeople(month(lines), hospital)).toEqual([
      {
        who: MINSEO,
        counts: { revealed: 1 },
        tickets: 1,
        reasons: { answer: 1 },
        unusual: { out_of_hours: 0, many_reveals: 0, other_department: 1 },
      },
      {
        who: DOYUN,
        counts: { revealed: 3, seen: 1 },
        tickets: 2,
        reasons: { identity: 3 },
        unusual: { out_of_hours: 0, many_reveals: 0, other_department: 0 },
      },
    ])
  })

  it('shows the lines of one page alone, of one person where asked, and holds no more of a long month', async () => {
    const late = line({ at: new Date('2026-11-24T13:00:00Z') })
    const lines = [...times(30, { action: 'seen' }), late, ...times(2_500, { action: 'seen', who: MINSEO })]
    const page = (from: number, who?: string) => reviewLines(month(lines), hospital, { who, from, count: 10 })
    const first = await page(0, DOYUN)
    expect(first.total).toBe(31)
    expect(first.lines.map((one) => one.sequence)).toEqual([
      late.sequence,
      ...Array.from({ length: 9 }, (_, place) => late.sequence + 30 - place),
    ])
    expect((await page(30, DOYUN)).lines).toHaveLength(1)
    const all = await page(2_490)
    expect(all.total).toBe(2_531)
    expect(all.lines).toHaveLength(10)
  })
})
