import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { cardsOf, type LoopProcess, prepareLoopProcess, until } from '../support/loop.ts'
import { AGREES } from '../support/patient.ts'
import type { KakaoUser } from 'kakao-chatbot-skill-sdk/simulator'

/** The long run kills in each of fifty filings (`npm run kill-nine:long`); the short one in a few, at moments spread alike. */
const FILINGS = Number(process.env['KILL_NINE_FILINGS'] ?? 6)
const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const FILING_TAKES_MS = 350

let loop: LoopProcess

beforeAll(async () => {
  loop = await prepareLoopProcess()
  await loop.start()
}, 60_000)
afterAll(() => loop.stop())

describe('kill -9 at any moment of a filing', () => {
  it('loses no number that was shown, doubles no filing and no card', async () => {
    const acknowledged: string[] = []
    for (let index = 0; index < FILINGS; index += 1) {
      const phone = loop.kakao.user(`killed-${index}`)
      const filing = fileStubbornly(phone)
      await pause((FILING_TAKES_MS * (index + 1)) / FILINGS)
      await loop.kill()
      await loop.start()
      acknowledged.push(await filing)
      expect(await ticketsOf(phone)).toEqual([acknowledged.at(-1)])
    }
    for (const number of acknowledged) {
      await until(() => cardsOf(loop, number)[0], `The card of ${number}`, 30_000)
    }
    await until(async () => ((await isOutboxEmpty(loop.productUrl)) ? true : undefined), 'An empty outbox', 60_000)
    for (const number of acknowledged) expect(cardsOf(loop, number)).toHaveLength(1)
    expect(new Set(acknowledged).size).toBe(FILINGS)
  }, 600_000)
})

/** A patient who sees nothing happen says it again, and taps again, until there is a number. */
async function fileStubbornly(phone: KakaoUser): Promise<string> {
  let shown = await phone.say(STORY)
  for (let tries = 0; tries < 200; tries += 1) {
    const number = shown && findNumber(shown.data)
    if (number) return number
    const prompt = String(shown?.data['prompt'])
    const label = AGREES[prompt]
    if (!shown) {
      await pause(100)
      shown =
        phone.quickReplies.length > 0
          ? await phone.tapQuickReply(phone.quickReplies[0]?.label ?? '')
          : await phone.say(STORY)
    } else if (prompt === 'menu') shown = await phone.say(STORY)
    else if (label === undefined) throw new Error(`The bot asked ${prompt}.`)
    else shown = await phone.tapQuickReply(label)
  }
  throw new Error('There was no number.')
}

/** The numbers this person's conversation knows of. */
async function ticketsOf(phone: KakaoUser): Promise<readonly string[]> {
  const shown = await until(() => phone.say('진행 확인'), 'An answer')
  return [...JSON.stringify(shown.outputs).matchAll(/V\d\d-[0-9A-Z]{7}/g)].map(([number]) => number)
}

async function isOutboxEmpty(productUrl: string): Promise<boolean> {
  const text = await (await fetch(`${productUrl}/metrics`)).text()
  return (
    text.includes('sori_outbox_deliveries{state="pending"} 0') &&
    text.includes('sori_outbox_deliveries{state="unclear"} 0')
  )
}

function findNumber(data: Readonly<Record<string, unknown>>): string | undefined {
  const { ticket } = data
  return typeof ticket === 'object' && ticket !== null && 'number' in ticket ? String(ticket.number) : undefined
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
