import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { cardsOf, cardValue, type Loop, startLoop, until } from '../support/loop.ts'
import { fileOnKakao } from '../support/patient.ts'
import { comeToSite } from '../support/webPatient.ts'

const STORY = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요'
const ANSWER = '오래 기다리시게 해 죄송합니다.'

let loop: Loop

beforeAll(async () => {
  loop = await startLoop()
})
afterAll(() => loop.stop())

const blocksOf = (number: string): string => JSON.stringify(cardsOf(loop, number)[0] ?? {})

async function cardShows(number: string, isAsWanted: (blocks: string) => boolean, what: string): Promise<string> {
  return until(() => (isAsWanted(blocksOf(number)) ? blocksOf(number) : undefined), what)
}

describe('a consent taken back on KakaoTalk', () => {
  it('blanks the card in Slack, and what was open there can send nothing more', async () => {
    const phone = loop.kakao.user('rights-1')
    await phone.addChannel()
    const number = await fileOnKakao(phone, STORY)
    await cardShows(number, (blocks) => blocks.includes(STORY), 'The full card')
    const card = cardsOf(loop, number)[0]!
    const doyun = loop.slack.as('U0DOYUN00')
    const at = { channel: card.channel, ts: card.ts, value: cardValue(card) }
    await doyun.click({ ...at, actionId: 'ticket_claim' })
    await doyun.click({ ...at, actionId: 'ticket_reply' })
    await until(() => loop.slack.views('U0DOYUN00')[0], 'The modal')

    await phone.say('내 정보')
    for (const label of ['동의 거두기', '해외 처리']) await phone.tapQuickReply(label)
    const done = await phone.tapQuickReply('네, 그렇게 하기')
    expect(JSON.stringify(done?.outputs)).toContain('해외 처리 동의를 거두었습니다')

    const bare = await cardShows(number, (blocks) => !blocks.includes(STORY), 'The bare card')
    expect(bare).toContain(number)
    expect(bare).not.toMatch(/대기시간|원무과/)
    expect(cardsOf(loop, number)).toHaveLength(1)
    const refused = await doyun.submit({ text: ANSWER })
    expect(JSON.stringify(refused.body)).toContain('민원 창구에서 써 주세요')
  })
})

describe('a copy asked for on KakaoTalk', () => {
  it('opens from the chat, and holds what was told there', async () => {
    const phone = loop.kakao.user('rights-3')
    const number = await fileOnKakao(phone, STORY)
    await phone.say('내 정보')
    const shown = JSON.stringify((await phone.tapQuickReply('사본 보기'))?.outputs)
    const url = /"(http[^"]+\/my-data\/[^"]+)"/.exec(shown)?.[1] ?? ''
    expect(await (await fetch(url)).text()).not.toContain(number)
    const copy = await (await fetch(url, { method: 'POST' })).text()
    expect(copy).toContain(number)
    expect(copy).toContain(STORY)
  })
})

describe('everything deleted on KakaoTalk while the answer comes in', () => {
  it('says goodbye, and shows no answer to what is no longer there', async () => {
    const phone = loop.kakao.user('rights-2')
    const number = await fileOnKakao(phone, STORY)
    await cardShows(number, (blocks) => blocks.includes(STORY), 'The full card')
    await phone.say('내 정보')
    for (const label of ['지우기', '모두']) await phone.tapQuickReply(label)

    const card = cardsOf(loop, number)[0]!
    const doyun = loop.slack.as('U0SEOYEON')
    const at = { channel: card.channel, ts: card.ts, value: cardValue(card) }
    await doyun.click({ ...at, actionId: 'ticket_claim' })
    await doyun.click({ ...at, actionId: 'ticket_reply' })
    await until(() => loop.slack.views('U0SEOYEON')[0], 'The modal')
    await doyun.submit({ text: ANSWER })
    await doyun.submit({})
    await cardShows(number, (blocks) => blocks.includes('답변 대기 중'), 'The waiting on the card')

    const goodbye = JSON.stringify((await phone.tapQuickReply('네, 그렇게 하기'))?.outputs)
    expect(goodbye).toContain('모두 지웠습니다')
    expect(goodbye).not.toContain(ANSWER)
    await cardShows(number, (blocks) => blocks.includes('파기'), 'The blanked card')
    expect(JSON.stringify(await phone.say('진행 확인'))).not.toContain(ANSWER)
  })
})

describe('everything deleted on the website', () => {
  it('leaves a card with the number alone, and a conversation that begins anew', async () => {
    const patient = await comeToSite(() => loop.productUrl)
    await patient.say(STORY)
    for (const label of ['네, 14세 이상', '동의합니다', '동의합니다', '동의합니다', '동의하지 않습니다']) {
      await patient.tap(label)
    }
    const filed = await patient.tap('접수하기')
    const number = filed?.channelData?.ticket?.number ?? ''
    await cardShows(number, (blocks) => blocks.includes(STORY), 'The full card')

    await patient.say('상담원')
    const call = await patient.say('010-1234-5678, 오전')
    const other = call?.channelData?.ticket?.number ?? ''
    await patient.say('내 정보')
    for (const label of ['지우기', other]) await patient.tap(label)
    // What is read here is the transcript: it was destroyed, but not what tells of it.
    expect((await patient.tap('네, 그렇게 하기'))?.text).toContain('지웠습니다')

    await patient.say('내 정보')
    for (const label of ['지우기', '모두']) await patient.tap(label)
    const goodbye = await patient.tap('네, 그렇게 하기')
    expect(goodbye?.text).toContain('모두 지웠습니다')

    await cardShows(number, (blocks) => !blocks.includes(STORY), 'The blanked card')
    expect(blocksOf(number)).toContain(number)
    const empty = await patient.say('내 정보')
    expect(empty?.channelData?.prompt).toBe('rights.secret')
  })
})
