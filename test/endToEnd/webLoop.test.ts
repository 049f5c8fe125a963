import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import directLine, { type Activity, type Message } from 'botframework-directlinejs'
import { WebSocket } from 'ws'

import { FetchXhr } from '../support/fetchXhr.ts'
import { cardsOf, cardValue, type Loop, startLoop, until } from '../support/loop.ts'
import { AGREES } from '../support/patient.ts'

const { DirectLine } = directLine
const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const ANSWER = '오래 기다리시게 해 죄송합니다. 창구를 하나 더 열겠습니다.'
const SECRET = 'a-direct-line-secret'

let loop: Loop
const clients: InstanceType<typeof DirectLine>[] = []

beforeAll(async () => {
  Object.assign(globalThis, { XMLHttpRequest: FetchXhr, WebSocket })
  loop = await startLoop({ DIRECTLINE_SECRET: SECRET })
})
afterEach(() => {
  for (const client of clients.splice(0)) client.end()
})
afterAll(() => loop.stop())

/** Somebody on the website, with the real Direct Line client. */
async function comeBy(conversation?: { token: string; conversationId: string; watermark?: string }) {
  const generated = conversation ?? (await generateToken())
  const client = new DirectLine({ ...generated, domain: `${loop.productUrl}/v3/directline`, webSocket: true })
  clients.push(client)
  const seen: Activity[] = []
  client.activity$.subscribe(
    (activity) => seen.push(activity),
    () => undefined,
  )
  const fromBot = () => seen.filter(({ from }) => from.id === 'sori').map((activity) => activity as Message)
  const say = async (text: string, value?: unknown) => {
    const before = fromBot().length
    await client.postActivity({ type: 'message', from: { id: 'dl_minji' }, text, value } as never).toPromise()
    return until(() => (fromBot().length > before ? fromBot().at(-1) : undefined), `An answer to ${text}`)
  }
  await until(() => fromBot().find(({ channelData }) => channelData?.prompt === 'menu'), 'The greeting')
  return { ...generated, client, fromBot, say }
}

async function generateToken(): Promise<{ token: string; conversationId: string }> {
  const answer = await fetch(`${loop.productUrl}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET}` },
  })
  return answer.json()
}

async function file(patient: Awaited<ReturnType<typeof comeBy>>): Promise<string> {
  let shown = await patient.say(STORY)
  for (let count = 0; count < 20; count += 1) {
    const { ticket, prompt } = shown.channelData
    if (ticket) return ticket.number
    const action = shown.suggestedActions?.actions.find(({ title }: { title?: string }) => title === AGREES[prompt])
    if (!action) throw new Error(`The bot asked ${prompt}.`)
    shown = await patient.say(action.title ?? '', action.value)
  }
  throw new Error('There was no number.')
}

async function answer(number: string): Promise<void> {
  const card = await until(() => cardsOf(loop, number)[0], 'The card')
  const doyun = loop.slack.as('U0DOYUN00')
  const at = { channel: card.channel, ts: card.ts, value: cardValue(card) }
  await doyun.click({ ...at, actionId: 'ticket_claim' })
  await doyun.click({ ...at, actionId: 'ticket_reply' })
  await until(() => loop.slack.views('U0DOYUN00')[0], 'The modal')
  await doyun.submit({ text: ANSWER })
  await doyun.submit({})
}

function cardShows(number: string, words: string): Promise<true> {
  return until(() => (JSON.stringify(cardsOf(loop, number)[0]?.blocks).includes(words) ? true : undefined), words)
}

describe('a complaint on the website, with the real Direct Line client', () => {
  it('is greeted, filed, and answered at once on the open stream', async () => {
    const patient = await comeBy()
    const number = await file(patient)
    await answer(number)
    await until(() => patient.fromBot().find(({ text }) => text?.includes(ANSWER)), 'The answer')
    await cardShows(number, '답변 전달됨')
    expect(patient.fromBot().filter(({ text }) => text?.includes(ANSWER))).toHaveLength(1)
  })

  it('is answered when the person comes back', async () => {
    const patient = await comeBy()
    const number = await file(patient)
    patient.client.end()
    await answer(number)
    await cardShows(number, '답변')
    const back = await comeBy({ token: patient.token, conversationId: patient.conversationId, watermark: '0' })
    await until(() => back.fromBot().find(({ text }) => text?.includes(ANSWER)), 'The answer')
    await cardShows(number, '답변 전달됨')
  })

  it('keeps an answer back while a question is open, and shows it after', async () => {
    const patient = await comeBy()
    const number = await file(patient)
    const asked = await patient.say(`${STORY}. 그리고 주차장도 너무 복잡했어요`)
    expect(asked.channelData.prompt).not.toBe('menu')
    await answer(number)
    await cardShows(number, '답변 대기 중')
    expect(patient.fromBot().some(({ text }) => text?.includes(ANSWER))).toBe(false)
    await patient.say('취소')
    await until(() => patient.fromBot().find(({ text }) => text?.includes(ANSWER)), 'The answer')
  })

  it('is answered also where the words themselves may not be kept', async () => {
    const patient = await comeBy()
    let shown = await patient.say('민원 접수')
    const answers: Readonly<Record<string, string>> = { ...AGREES, 'consent.health': '동의하지 않습니다' }
    while (shown.channelData.prompt !== 'complaint.story') {
      const { prompt } = shown.channelData
      const action = shown.suggestedActions?.actions.find(({ title }: { title?: string }) => title === answers[prompt])
      if (!action) throw new Error(`The bot asked ${prompt}.`)
      shown = await patient.say(action.title ?? '', action.value)
    }
    const refused = await patient.say('어제 처방받은 항생제를 먹고 두드러기가 났습니다')
    expect(refused.channelData.prompt).toBe('complaint.story')
    expect(refused.text).toContain('건강 정보')
  })

  it('is one turn however often the same activity is sent', async () => {
    const { token, conversationId } = await generateToken()
    const send = () =>
      fetch(`${loop.productUrl}/v3/directline/conversations/${conversationId}/activities`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          from: { id: 'dl_x' },
          text: STORY,
          channelData: { clientActivityID: 'once' },
        }),
      })
    const answers = await Promise.all(Array.from({ length: 10 }, send))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    const read = await fetch(`${loop.productUrl}/v3/directline/conversations/${conversationId}/activities`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { activities } = (await read.json()) as { activities: Message[] }
    expect(activities.filter(({ from }) => from.id === 'dl_x')).toHaveLength(1)
  })
})
