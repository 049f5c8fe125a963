import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

import { afterEach, describe, expect, it } from '@jest/globals'
import { createNodeListener } from 'kakao-chatbot-skill-sdk'
import {
  type BotMessage,
  createKakaoSimulator,
  defaultBlocks,
  type KakaoUser,
  type SimulatedBlock,
} from 'kakao-chatbot-skill-sdk/simulator'

import { createKakaoDoor } from '../../../bots/intake/kakaoDoor.ts'
import type { Hospital } from '../../../src/hospital/hospital.ts'
import { hospital, startTalk } from '../../support/talk.ts'

const STORY = '어제 수납에서 한 시간 기다렸어요'
const SENTENCE = '본관 1층 고객상담실로 오시면 직원이 자리에서 말씀을 듣고 적어 드립니다. '
const slowBlocks: readonly SimulatedBlock[] = [
  { ...(defaultBlocks[0] ?? { id: 'f', name: '폴백', kind: 'fallback' }), callbackWaitingText: '확인하고 있습니다.' },
]

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A phone, and a product whose next turn can be made to take its time. */
async function startPhone(options: { readonly hospital?: Hospital; readonly blocks?: readonly SimulatedBlock[] } = {}) {
  const talk = startTalk(options)
  let slowMs = 0
  let last: Promise<unknown> = Promise.resolve()
  const kakao = createKakaoSimulator({
    skillUrl: () => skillUrl,
    skillSecret: 'secret',
    botId: 'bot',
    restApiKey: 'key',
    eventName: 'event',
    blocks: options.blocks ?? defaultBlocks,
  })
  const { url: apiUrl } = await kakao.start()
  const door = createKakaoDoor({
    // What takes long in a turn does so under its lock, before it is written.
    runTurn(event) {
      const waitMs = slowMs
      slowMs = 0
      const turn = last.then(() => delay(waitMs)).then(() => talk.runTurn(event))
      last = turn
      return turn
    },
    hospital: options.hospital ?? hospital,
    secrets: ['secret'],
    botId: 'bot',
    apiUrl,
    photoOrigins: { open: [], trusted: [apiUrl] },
    unseen: talk.unseen,
    now: talk.now,
    hash: (purpose, value) => `${purpose}:${value}`,
    log: { warn: () => undefined },
  })
  const listener = createNodeListener(door)
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const skillUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
  closing.push(
    () => kakao.stop(),
    talk.close,
    async () => server.close(),
  )
  return { phone: kakao.user(), kakao, talk, slowDown: (ms: number) => (slowMs = ms) }
}

const conversationOf = ({ id }: KakaoUser): string => `kakao-kakao_conversation:bot\n${id}`
const bare = (text: string): string => text.replaceAll(/\s/g, '')
const wordsOf = (message: BotMessage | undefined): readonly string[] =>
  (message?.outputs ?? []).map((output) =>
    'simpleText' in output ? output.simpleText.text : 'textCard' in output ? (output.textCard.description ?? '') : '',
  )
const textOf = (message: BotMessage | undefined): string => JSON.stringify(message?.outputs)
const labelsOf = ({ quickReplies }: KakaoUser): readonly string[] => quickReplies.map(({ label }) => label)

describe('an answer that takes too long for KakaoTalk', () => {
  it('is announced in time, and shown when asked for', async () => {
    const { phone, kakao, slowDown } = await startPhone()
    slowDown(3_400)
    const announced = await phone.say(STORY)
    expect(textOf(announced)).toContain('더 보기')
    expect(labelsOf(phone)).toEqual(['더 보기', '상담원 연결', '처음으로'])
    const shown = await phone.tapQuickReply('더 보기')
    expect(shown?.data['prompt']).toBe('age.check')
    expect(textOf(shown)).toContain('만 14세 이상')
    expect((await phone.tapQuickReply('네, 14세 이상'))?.data['prompt']).toBe('consent.collect')
    expect(kakao.failures).toEqual([])
  })

  it('is shown to whoever sends the same again, as one turn', async () => {
    const { phone, talk, slowDown } = await startPhone()
    slowDown(3_400)
    await phone.say(STORY)
    const shown = await phone.say(STORY)
    expect(shown?.data['prompt']).toBe('age.check')
    const held = await talk.heldOf(conversationOf(phone))
    expect(held?.transcript.filter(({ activity }) => activity.body.text === STORY)).toHaveLength(1)
  })

  it('is shown before the answer to whatever else is said, and is not taken for read', async () => {
    const { phone, slowDown } = await startPhone()
    await phone.say(STORY)
    slowDown(3_400)
    await phone.tapQuickReply('네, 14세 이상')
    const shown = await phone.say('네')
    expect(textOf(shown)).toMatch(/개인정보 수집·이용[^]*답이 두 번 온 것 같아/)
    expect(shown?.data['prompt']).toBe('consent.collect')
    expect((await phone.say('동의합니다'))?.data['prompt']).toBe('consent.health')
  })

  it('comes by callback where the block allows it, and is not shown again', async () => {
    const { phone, kakao, slowDown } = await startPhone({ blocks: slowBlocks })
    slowDown(2_900)
    expect(textOf(await phone.say(STORY))).toContain('확인하고 있습니다.')
    await delay(1_500)
    expect(phone.lastPrompt).toBe('age.check')
    const next = await phone.tapQuickReply('네, 14세 이상')
    expect(textOf(next)).not.toContain('만 14세')
    expect(next?.data['prompt']).toBe('consent.collect')
    expect(kakao.failures).toEqual([])
  })

  it('tells first whom to call where there is danger', async () => {
    const { phone, slowDown } = await startPhone()
    slowDown(3_400)
    expect(textOf(await phone.say('아버지가 숨을 못 쉬어요'))).toMatch(/119[^]*더 보기/)
  })
})

describe('an answer too long for three bubbles', () => {
  const wordy: Hospital = { ...hospital, visit: { ...hospital.visit, ko: SENTENCE.repeat(60).trim() } }

  async function toNotice() {
    const started = await startPhone({ hospital: wordy })
    await started.phone.say(STORY)
    return { ...started, first: await started.phone.tapQuickReply('네, 14세 이상') }
  }

  it('is read on, part by part, with the question and its choices under each', async () => {
    const { phone, kakao, talk, first } = await toNotice()
    const parts = [first]
    while (labelsOf(phone)[0] === '더 보기' && parts.length < 9) parts.push(await phone.tapQuickReply('더 보기'))
    const held = await talk.heldOf(conversationOf(phone))
    const said = held?.transcript.at(-1)?.activity.body.text ?? ''
    expect(parts.length).toBeGreaterThan(2)
    expect(bare(parts.flatMap(wordsOf).join(''))).toBe(bare(said))
    for (const part of parts) {
      expect(part?.outputs.length).toBeLessThanOrEqual(3)
      expect(part?.data['prompt']).toBe('consent.collect')
    }
    expect(labelsOf(phone)).toEqual(expect.arrayContaining(['동의합니다', '상담원 연결', '처음으로']))
    expect((await phone.tapQuickReply('동의합니다'))?.data['prompt']).toBe('consent.health')
    expect(kakao.failures).toEqual([])
  })

  it('is read on once by a doubled tap', async () => {
    const { phone, kakao } = await toNotice()
    kakao.faults.set({ duplicate: true })
    const second = textOf(await phone.tapQuickReply('더 보기'))
    kakao.faults.set({})
    // At another time the same words are another wish.
    expect(textOf(await phone.say('더보기'))).not.toBe(second)
  })

  it('says nothing new to whoever wants more than there is', async () => {
    const { phone } = await startPhone()
    await phone.say(STORY)
    expect((await phone.say('더 보기'))?.data['prompt']).toBe('age.check')
  })
})
