import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { KakaoUser } from 'kakao-chatbot-skill-sdk/simulator'
import { Client } from 'pg'

import { cardsOf, type Loop, startLoop, until } from '../support/loop.ts'
import { comeToSite, type WebActivity, type WebPatient } from '../support/webPatient.ts'

const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const ALL = { collect: 'yes', health: 'yes', overseas: 'yes', contact: 'no' } as const

let loop: Loop

beforeAll(async () => {
  loop = await startLoop()
})
afterAll(() => loop.stop())

describe('the consent page, from the website', () => {
  it('answers all at once, and the next question appears in the chat by itself', async () => {
    const patient = await comeToSite(() => loop.productUrl)
    await patient.say(STORY)
    const asked = await patient.tap('네, 14세 이상')
    const answer = await send(linkOf(asked), ALL)
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('대화창으로 돌아가 주세요')])

    const summary = await untilAsked(patient, 'confirm.summary')
    expect(summary.text).toContain(STORY)
    const filed = await patient.tap('접수하기')
    const number = filed?.channelData?.ticket?.number ?? ''
    const card = await until(() => cardsOf(loop, number)[0], 'The card')
    expect(card.channel).toBe('C0ADMIN00')
    expect(await receiptsOf(number)).toEqual([
      'collect true page',
      'contact false page',
      'health true page',
      'overseas true page',
    ])
  })

  it('leads to filing without a name, with nothing that leads back to the conversation', async () => {
    const patient = await comeToSite(() => loop.productUrl)
    await patient.say('어제 본관 주차장 안내판이 없어서 30분을 돌았어요')
    const asked = await patient.tap('네, 14세 이상')
    expect((await send(linkOf(asked), { collect: 'no' })).status).toBe(200)
    await untilAsked(patient, 'anonymous.offer')
    let shown = await patient.tap('이름 없이 접수')
    for (let tries = 0; tries < 5 && !shown?.channelData?.ticket; tries += 1) {
      shown = await patient.tap(shown?.channelData?.prompt === 'confirm.summary' ? '접수하기' : '건너뛰기')
    }
    const number = shown?.channelData?.ticket?.number ?? ''
    expect(shown?.text).toMatch(/확인 암호는/)
    expect(await query('select conversation_id from tickets where number = $1', [number])).toEqual([
      { conversation_id: null },
    ])
    expect(await query('select 1 from conversations where id = $1', [patient.conversationId])).toEqual([])
    expect(await query('select 1 from receipts where conversation_id = $1', [patient.conversationId])).toEqual([])
    expect(await receiptsOf(number)).toEqual([])
  })

  it('takes ten copies of one form once, and what comes late from the chat not at all', async () => {
    const patient = await comeToSite(() => loop.productUrl)
    await patient.say(STORY)
    const asked = await patient.tap('네, 14세 이상')
    const yes = asked?.suggestedActions?.actions.find(({ title }) => title === '동의합니다')
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(linkOf(asked), ALL)))
    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, ...Array(9).fill(409)])
    await untilAsked(patient, 'confirm.summary')
    const late = await patient.say('동의합니다', yes?.value)
    expect(late?.channelData?.prompt).toBe('confirm.summary')
    expect(late?.text).toContain('앞에 나온 버튼')
    const used = await query('select count(*)::int as count from receipts where conversation_id = $1', [
      patient.conversationId,
    ])
    expect(used).toEqual([{ count: 4 }])
    expect(
      await query('select 1 from used_links where token_hash like $1', [`%${tokenOf(linkOf(asked)).slice(0, 20)}%`]),
    ).toEqual([])
  })
})

describe('the consent page, from KakaoTalk', () => {
  it('is opened by a button, and the conversation goes on at the next message', async () => {
    const phone = loop.kakao.user('page-1')
    await reachConsent(phone)
    expect(phone.messages.at(-1)).toMatchObject({
      outputs: [{ textCard: { buttons: [{ label: '안내문 보고 고르기' }] } }],
    })
    expect(phone.quickReplies.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['동의합니다', '동의하지 않습니다']),
    )
    expect((await send(kakaoLink(phone), ALL)).status).toBe(200)
    const shown = await phone.say('다 했어요')
    expect(shown?.data['prompt']).toBe('confirm.summary')
    const filed = await phone.tapQuickReply('접수하기')
    expect(filed?.data['ticket']).toMatchObject({ state: 'received' })
  })

  it('goes on at once where the person has added the channel', async () => {
    const phone = loop.kakao.user('page-2')
    await phone.addChannel()
    await reachConsent(phone)
    expect((await send(kakaoLink(phone), ALL)).status).toBe(200)
    await until(() => (phone.lastPrompt === 'confirm.summary' ? true : undefined), 'The summary')
    const filed = await phone.tapQuickReply('접수하기')
    expect(filed?.data['ticket']).toMatchObject({ state: 'received' })
  })

  it('does not ask again what was answered on the page, by whichever comes first', async () => {
    const phone = loop.kakao.user('page-3')
    await phone.addChannel()
    await reachConsent(phone)
    const link = kakaoLink(phone)
    await Promise.all([send(link, ALL), phone.tapQuickReply('동의합니다')])
    await until(async () => {
      if (phone.lastPrompt === 'confirm.summary') return true
      await phone.say('도움말')
      return undefined
    }, 'The summary')
    expect((await fetch(link)).status).toBe(409)
  })
})

async function reachConsent(phone: KakaoUser): Promise<void> {
  await phone.say(STORY)
  const asked = await phone.tapQuickReply('네, 14세 이상')
  expect(asked?.data['prompt']).toBe('consent.collect')
}

function kakaoLink(phone: KakaoUser): string {
  return JSON.stringify(phone.messages.at(-1)).match(/"webLinkUrl":"([^"]+)"/)?.[1] ?? ''
}

function linkOf(asked: WebActivity | undefined): string {
  const { attachments = [] } = asked as WebActivity & {
    readonly attachments?: readonly { readonly content: { readonly buttons: readonly { readonly value: string }[] } }[]
  }
  return attachments[0]?.content.buttons[0]?.value ?? ''
}

function tokenOf(link: string): string {
  return new URL(link).pathname.replace('/consent/', '')
}

function send(link: string, choices: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(link, { method: 'POST', body: new URLSearchParams(choices) })
}

async function untilAsked(patient: WebPatient, prompt: string): Promise<WebActivity> {
  return until(async () => {
    await patient.read()
    const last = patient.seen.findLast(({ from }) => from.id === 'sori')
    return last?.channelData?.prompt === prompt ? last : undefined
  }, `The question ${prompt}`)
}

async function receiptsOf(number: string): Promise<readonly string[]> {
  const rows = await query(
    'select r.purpose, r.granted, r.shown_as from receipts r join tickets t on t.id = r.ticket_id where t.number = $1 order by 1',
    [number],
  )
  return rows.map(({ purpose, granted, shown_as }) => `${String(purpose)} ${String(granted)} ${String(shown_as)}`)
}

async function query(sql: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(loop.database.connectionString)
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows
  } finally {
    await client.end()
  }
}
