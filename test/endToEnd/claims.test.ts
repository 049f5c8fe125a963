import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { cardsOf, cardValue, type Loop, startLoop, until } from '../support/loop.ts'
import { fileOnKakao } from '../support/patient.ts'

const PRESSES = 200

let loop: Loop

beforeAll(async () => {
  loop = await startLoop()
})
afterAll(() => loop.stop())

describe('two hundred presses of Claim at once, by all staff', () => {
  it('make one owner, and tell everyone else who it is', async () => {
    const number = await fileOnKakao(loop.kakao.user(), '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요')
    const card = await until(() => cardsOf(loop, number)[0], 'The card')
    const staff = loop.hospital.staff.map(({ slackUserId }) => slackUserId)
    const at = { channel: card.channel, ts: card.ts, value: cardValue(card), actionId: 'ticket_claim' }

    const answers = await Promise.all(
      Array.from({ length: PRESSES }, (_, index) => loop.slack.as(staff[index % staff.length] ?? '').click(at)),
    )
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])

    const owned = await until(() => {
      const blocks = JSON.stringify(cardsOf(loop, number)[0]?.blocks)
      return /담당 <@(\w+)>/.exec(blocks)?.[1]
    }, 'The owner on the card')
    const told = (user: string): string => JSON.stringify(loop.slack.ephemerals(user))
    for (const user of staff.filter((id) => id !== owned)) expect(told(user)).toContain(`<@${owned}>`)
    expect(told(owned)).not.toMatch(/먼저 맡았/)
    expect(cardsOf(loop, number)).toHaveLength(1)
  }, 60_000)
})
