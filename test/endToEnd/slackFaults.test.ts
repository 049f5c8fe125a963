import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'

import { cardsOf, cardValue, type Loop, startLoop, until } from '../support/loop.ts'
import { fileOnKakao } from '../support/patient.ts'

let loop: Loop

beforeAll(async () => {
  loop = await startLoop()
})
afterEach(() => loop.slack.faults.clear())
afterAll(() => loop.stop())

/** Each trouble lasts for the first post of a card, or some seconds; then Slack is well again. */
const TROUBLES = [
  ['answers 500 after accepting', { method: 'chat.postMessage', mode: 'error500AfterAccept', times: 1 }],
  [
    'says internal_error after accepting',
    { method: 'chat.postMessage', mode: { error: 'internal_error', accept: true }, times: 1 },
  ],
  ['answers 500', { method: 'chat.postMessage', mode: 'error500', times: 1 }],
  ['limits the rate', { method: 'chat.postMessage', mode: 'rateLimit', seconds: 2 }],
  ['hangs after accepting', { method: 'chat.postMessage', mode: 'hangAfterAccept', times: 1 }],
  ['drops the connection', { method: 'chat.postMessage', mode: 'reset', times: 1 }],
  ['is away for some seconds', { mode: 'away', seconds: 4 }],
] as const

describe('when Slack', () => {
  it.each(TROUBLES)(
    '%s, the card is there once in the end, and follows the ticket',
    async (_name, fault) => {
      loop.slack.faults.set(fault)
      const number = await fileOnKakao(loop.kakao.user(), '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요')
      const card = await until(() => cardsOf(loop, number)[0], 'The card', 45_000)
      await until(async () => ((await isSettled(number)) ? true : undefined), 'The end of the trouble', 45_000)
      loop.slack.faults.clear()
      await loop.slack
        .as('U0DOYUN00')
        .click({ channel: card.channel, ts: card.ts, value: cardValue(card), actionId: 'ticket_claim' })
      await until(
        () => (JSON.stringify(cardsOf(loop, number)[0]?.blocks).includes('<@U0DOYUN00>') ? true : undefined),
        'The owner',
        30_000,
      )
      expect(cardsOf(loop, number)).toHaveLength(1)
    },
    120_000,
  )

  it('knows no such channel, the delivery is parked, the duty channel rings, and nobody else waits', async () => {
    loop.slack.faults.set({ method: 'chat.postMessage', mode: { error: 'channel_not_found', accept: false }, times: 1 })
    const lost = await fileOnKakao(loop.kakao.user(), '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요')
    await until(
      () => (JSON.stringify(loop.slack.channel('C0DUTY000').messages).includes(lost) ? true : undefined),
      'The alarm',
    )
    await until(() => loop.mail.mails()[0], 'The mail to the coordinator')
    const next = await fileOnKakao(loop.kakao.user(), '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요')
    await until(() => cardsOf(loop, next)[0], 'The next card')
    expect((await metrics()).includes('sori_outbox_deliveries{state="parked"} 1')).toBe(true)
  }, 60_000)
})

async function metrics(): Promise<string> {
  return (await fetch(`${loop.productUrl}/metrics`)).text()
}

async function isSettled(_number: string): Promise<boolean> {
  const text = await metrics()
  return (
    text.includes('sori_outbox_deliveries{state="pending"} 0') &&
    text.includes('sori_outbox_deliveries{state="unclear"} 0')
  )
}
