import { describe, expect, it } from '@jest/globals'
import { RateLimiterMemory } from 'rate-limiter-flexible'

import { createDangerBudget } from '../../bots/intake/dangerBudget.ts'
import { createRateLimit } from '../../src/live/rateLimit.ts'
import { startTalk } from '../support/talk.ts'

const STRANGER = { isKnown: false }
const KNOWN = { isKnown: true }

function openBudget() {
  const folded: object[] = []
  const rateLimit = createRateLimit((options) => new RateLimiterMemory(options))
  const take = createDangerBudget(rateLimit, { warn: (fields) => void folded.push(fields) })
  const takeMany = async (count: number, from: { isKnown: boolean }) => {
    const taken: string[] = []
    for (let n = 0; n < count; n += 1) taken.push(await take(from))
    return taken
  }
  return { takeMany, folded }
}

describe('calls for danger', () => {
  it('are each made until there are more than anybody can look into, then once for all', async () => {
    const { takeMany, folded } = openBudget()
    expect(new Set(await takeMany(12, STRANGER))).toEqual(new Set(['page']))
    expect(await takeMany(3, STRANGER)).toEqual(['summary', 'folded', 'folded'])
    expect(folded).toHaveLength(2)
  })

  it('of people we know are not used up by strangers, and have an end as well', async () => {
    const { takeMany } = openBudget()
    await takeMany(30, STRANGER)
    expect(await takeMany(25, KNOWN)).toEqual([...Array.from({ length: 24 }, () => 'page'), 'folded'])
  })

  it('say which they are', async () => {
    const talk = startTalk({ dangers: ['summary', 'folded'] })
    await talk.say('죽고 싶어요')
    await talk.say('지금 숨을 못 쉬겠어요')
    const pages = talk.record().outbox.filter(({ kind }) => kind === 'slack_page')
    expect(pages.map(({ payload }) => payload.message?.key)).toEqual(['desk.page.several'])
    expect(talk.exchanges.at(-1)?.replies[0]?.text).toContain('119')
    await talk.close()
  })
})
