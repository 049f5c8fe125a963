import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createEventApi } from 'kakao-chatbot-skill-sdk'

import { cardsOf, cardValue, type Loop, startLoop, until } from '../support/loop.ts'
import { fileOnKakao, STAYS_HOME } from '../support/patient.ts'

const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const ANSWER = '오래 기다리시게 해 죄송합니다. 창구를 하나 더 열겠습니다.'

let loop: Loop

beforeAll(async () => {
  loop = await startLoop()
})
afterAll(() => loop.stop())

describe('a complaint on KakaoTalk, answered in Slack', () => {
  it('comes back to the patient by an event, and the card says so', async () => {
    const phone = loop.kakao.user('loop-1')
    await phone.addChannel()
    const number = await fileOnKakao(phone, STORY)
    const card = await until(() => cardsOf(loop, number)[0], 'The card')
    expect(card.channel).toBe('C0ADMIN00')
    expect(JSON.stringify(card.blocks)).toContain(STORY)

    const doyun = loop.slack.as('U0DOYUN00')
    const at = { channel: card.channel, ts: card.ts, value: cardValue(card) }
    await doyun.click({ ...at, actionId: 'ticket_claim' })
    await openReply(doyun, at)
    const preview = await doyun.submit({ text: ANSWER })
    expect(JSON.stringify(preview.body)).toContain(ANSWER)
    expect(phone.messages.filter((message) => message.from === 'bot').at(-1)?.data['ticket']).toEqual({
      number,
      state: 'received',
    })
    await doyun.submit({})

    await until(() => (JSON.stringify(phone.messages.at(-1)).includes(ANSWER) ? true : undefined), 'The answer')
    await until(
      () => (JSON.stringify(cardsOf(loop, number)[0]?.blocks).includes('답변 전달됨') ? true : undefined),
      'The delivery on the card',
    )
    expect(cardsOf(loop, number)).toHaveLength(1)
    expect(phone.messages.filter((message) => JSON.stringify(message).includes(ANSWER))).toHaveLength(1)
  })

  it('waits for the next message of somebody who has not added the channel', async () => {
    const phone = loop.kakao.user('loop-2')
    const number = await fileOnKakao(phone, STORY)
    const card = await until(() => cardsOf(loop, number)[0], 'The card')
    const doyun = loop.slack.as('U0DOYUN00')
    const at = { channel: card.channel, ts: card.ts, value: cardValue(card) }
    await doyun.click({ ...at, actionId: 'ticket_claim' })
    await openReply(doyun, at)
    await doyun.submit({ text: ANSWER })
    await doyun.submit({})

    await until(
      () => (JSON.stringify(cardsOf(loop, number)[0]?.blocks).includes('답변 대기 중') ? true : undefined),
      'The waiting on the card',
    )
    const shown = await phone.say('안녕하세요')
    expect(JSON.stringify(shown?.outputs[0])).toContain(ANSWER)
    await until(
      () => (JSON.stringify(cardsOf(loop, number)[0]?.blocks).includes('답변 전달됨') ? true : undefined),
      'The delivery on the card',
    )
    expect(JSON.stringify(await phone.say('안녕하세요?'))).not.toContain(ANSWER)
  })

  it('is told to look above by an event that comes after the answer was shown', async () => {
    const phone = loop.kakao.user('loop-2')
    await phone.addChannel()
    await ring(phone.id)
    await until(
      () => (JSON.stringify(phone.messages.at(-1)).includes('앞서 보내 드린 답변') ? true : undefined),
      'A word about the answer',
    )
  })
})

describe('a complaint whose words may not go abroad', () => {
  it('shows Slack its number only, and is answered on the desk page', async () => {
    const phone = loop.kakao.user('loop-3')
    const number = await fileOnKakao(phone, STORY, STAYS_HOME)
    const card = await until(() => cardsOf(loop, number)[0], 'The card')
    expect(card.channel).toBe('C0VOC0000')
    expect(JSON.stringify(card)).not.toMatch(/수납|원무과|대기시간|불만/)

    const haneul = loop.slack.as('U0HANEUL0')
    const at = { channel: card.channel, ts: card.ts, value: cardValue(card) }
    await haneul.click({ ...at, actionId: 'ticket_claim' })
    await haneul.click({ ...at, actionId: 'ticket_reply' })
    expect(loop.slack.views('U0HANEUL0')).toHaveLength(0)
    const link = await until(() => findDeskLink(loop, 'U0HANEUL0'), 'The desk link')
    const desk = await signIn(loop, link)
    const ticket = await desk('GET', `/desk/api/tickets/${number}`)
    expect(ticket.text).toContain(STORY)
    const { revision } = JSON.parse(ticket.text)
    expect((await desk('POST', `/desk/api/tickets/${number}/answer`, { text: ANSWER, revision })).status).toBe(200)

    expect(JSON.stringify(await phone.say('진행 확인'))).toContain(ANSWER)
    expect(JSON.stringify(loop.slack.calls)).not.toContain(ANSWER)
    expect(JSON.stringify(loop.slack.calls.filter(({ args }) => JSON.stringify(args).includes(number)))).not.toContain(
      '수납',
    )
  })
})

/** KakaoTalk carries an event out when it likes: the person may have written, and been answered, before. */
async function ring(userKey: string): Promise<void> {
  const { KAKAO_API_URL = '', KAKAO_REST_API_KEY = '', KAKAO_BOT_ID = '', KAKAO_EVENT_NAME = '' } = loop.environment
  const events = createEventApi({ baseUrl: KAKAO_API_URL, restApiKey: KAKAO_REST_API_KEY, botId: KAKAO_BOT_ID })
  const users = [{ type: 'botUserKey', id: userKey }] as const
  await events.sendEvent({ name: KAKAO_EVENT_NAME, users, params: { delivery: 'a-delivery-shown-before' } })
}

async function openReply(
  person: ReturnType<Loop['slack']['as']>,
  at: { channel: string; ts: string; value: string },
): Promise<void> {
  await person.click({ ...at, actionId: 'ticket_reply' })
  await until(() => loop.slack.views('U0DOYUN00')[0], 'The modal')
}

function findDeskLink({ slack, productUrl }: Loop, user: string): string | undefined {
  const texts = JSON.stringify(slack.ephemerals(user))
  return texts.match(new RegExp(`${productUrl}/desk/[\\w-]{20,}`))?.[0]
}

async function signIn({ productUrl }: Loop, link: string) {
  const token = link.split('/').at(-1)
  const headers = { 'content-type': 'application/json', 'x-sori-desk': '1', origin: productUrl }
  const opened = await fetch(`${productUrl}/desk/session`, { method: 'POST', headers, body: JSON.stringify({ token }) })
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${productUrl}${path}`, {
      method,
      headers: { ...headers, cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: answer.status, text: await answer.text() }
  }
}
