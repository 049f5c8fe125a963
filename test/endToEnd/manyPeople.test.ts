import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { quantile, runCrowd } from '../support/crowd.ts'
import { type LoopProcess, prepareLoopProcess } from '../support/loop.ts'
import { queryRows } from '../support/queryRows.ts'

/** `npm run people:long` brings 500, who take the time people take. */
const PEOPLE = Number(process.env['PEOPLE'] ?? 40)
const THINK_MS = PEOPLE > 100 ? ([5_000, 15_000] as const) : ([1_000, 3_000] as const)
const ANSWERED_WITHIN_MS = 3_500

let loop: LoopProcess

beforeAll(async () => {
  loop = await prepareLoopProcess()
  await loop.start()
}, 60_000)
afterAll(() => loop.stop())

describe('many people at once on KakaoTalk', () => {
  it('get one ticket each, and every answer in time, through duplicates, delays and lost answers', async () => {
    const { numbers, turnsMs, ...faults } = await runCrowd(loop.kakao, { people: PEOPLE, thinkMs: THINK_MS })
    console.table({
      people: PEOPLE,
      turns: turnsMs.length,
      ...faults,
      'p50 ms': Math.round(quantile(turnsMs, 0.5)),
      'p99 ms': Math.round(quantile(turnsMs, 0.99)),
      'max ms': Math.round(turnsMs.at(-1) ?? 0),
    })
    const tickets = await queryRows(loop.database.connectionString, 'select number, conversation_id from tickets')
    expect(tickets).toHaveLength(PEOPLE)
    expect(new Set(tickets.map(({ conversation_id }) => conversation_id)).size).toBe(PEOPLE)
    expect(new Set(tickets.map(({ number }) => number))).toEqual(new Set(numbers))
    expect(turnsMs.at(-1)).toBeLessThan(ANSWERED_WITHIN_MS)
    expect(loop.kakao.failures.filter(({ code }) => code !== 'dropped')).toEqual([])
  }, 600_000)
})
