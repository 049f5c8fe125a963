import { randomBytes } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { readWholeDatabase } from '../support/leaks.ts'
import { type Loop, startLoop, until } from '../support/loop.ts'
import { comeToSite } from '../support/webPatient.ts'

const ENCRYPTION_KEYS = `guardian:${randomBytes(32).toString('base64')}`
const LOOKUP_KEY = randomBytes(32).toString('base64')
const YES = { collect: 'yes', health: 'yes', overseas: 'yes', contact: 'no', guardian: 'yes' }

let loop: Loop

beforeAll(async () => {
  loop = await startLoop({ ENCRYPTION_KEYS, LOOKUP_KEY })
})
afterAll(() => loop.stop())

/** The newest text to a number that holds what is looked for. */
function textTo(number: string, pattern: RegExp): Promise<string> {
  const find = () =>
    loop.sms
      .messages()
      .filter(({ to }) => to === number)
      .map(({ text }) => pattern.exec(text)?.[0])
      .findLast((found) => found !== undefined)
  return until(find, `A text to ${number}`)
}

/** The guardian opens the link in the text, types the code and answers. */
async function answerAsGuardian(number: string, form: Readonly<Record<string, string>>): Promise<number> {
  const link = new URL(await textTo(number, /https?:\/\/\S+/))
  const post = (end: string, body: Readonly<Record<string, string>>) =>
    fetch(`${link.href}${end}`, { method: 'POST', body: new URLSearchParams(body) })
  await post('/code', {})
  const page = await (await post('/check', { code: await textTo(number, /\b\d{6}\b/) })).text()
  const proof = /name="proof" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return (await post('', { ...form, proof })).status
}

describe('a child on the website', () => {
  const story = '어제 급식실에서 반찬이 코끼리색이었어요'

  it('leaves no word in the database until the guardian agrees, and then goes on by itself', async () => {
    const child = await comeToSite(() => loop.productUrl)
    await child.say(story)
    await child.tap('아니요, 14세 미만')
    await child.say('김보호 010-0000-7001')
    const before = await readWholeDatabase(loop.database.connectionString, ENCRYPTION_KEYS)
    for (const text of [before.stored, before.opened]) expect(text).not.toContain('코끼리색')
    expect(before.stored).not.toContain('01000007001')
    expect(before.opened).toContain('01000007001')

    expect(await answerAsGuardian('01000007001', YES)).toBe(200)
    const summary = await until(async () => {
      await child.read()
      return child.seen.find(({ channelData }) => channelData?.prompt === 'confirm.summary')
    }, 'The summary')
    expect(summary.text).toContain('코끼리색')
    const filed = await child.tap('접수하기')
    expect(filed?.channelData?.ticket?.number).toMatch(/^V26-/)
    const after = await readWholeDatabase(loop.database.connectionString, ENCRYPTION_KEYS)
    expect(after.opened).toContain('"relation":"child"')
    expect(after.stored).not.toContain('코끼리색')
  })

  it('hears of a refusal, and nothing of it is left', async () => {
    const child = await comeToSite(() => loop.productUrl)
    await child.say('어제 복도가 기린색이었어요')
    await child.tap('아니요, 14세 미만')
    await child.say('김거절 010-0000-7002')
    expect(await answerAsGuardian('01000007002', { collect: 'no' })).toBe(200)
    await until(async () => {
      await child.read()
      return child.seen.find(({ text }) => text?.includes('1388'))
    }, 'The kind words')
    const { stored, opened } = await readWholeDatabase(loop.database.connectionString, ENCRYPTION_KEYS)
    for (const words of ['기린색', '01000007002', '김거절']) expect(stored + opened).not.toContain(words)
  })
})

describe('a child on KakaoTalk', () => {
  it('goes on at once as a friend of the channel', async () => {
    const phone = loop.kakao.user('child-friend')
    await phone.addChannel()
    await phone.say('어제 급식에 하마색 국이 나왔어요')
    await phone.tapQuickReply('아니요, 14세 미만')
    await phone.say('김보호 010-0000-7003')
    expect(await answerAsGuardian('01000007003', YES)).toBe(200)
    await until(() => (JSON.stringify(phone.messages.at(-1)).includes('하마색') ? true : undefined), 'The summary')
  })

  it('goes on at the next message otherwise, with what was told before', async () => {
    const phone = loop.kakao.user('child-stranger')
    await phone.say('어제 급식에 사자색 국이 나왔어요')
    await phone.tapQuickReply('아니요, 14세 미만')
    await phone.say('김보호 010-0000-7004')
    expect(await answerAsGuardian('01000007004', YES)).toBe(200)
    const shown = await phone.say('이제 됐나요')
    expect(JSON.stringify(shown)).toMatch(/괜찮다고 해 주셨어요/)
    expect(JSON.stringify(shown)).toContain('사자색')
  })
})
