import { afterEach, describe, expect, it } from '@jest/globals'

import { publishedNotices } from '../../locales/notices.ts'
import type { ChannelAddress } from '../../src/conversations/session.ts'
import type { PublishedNotices } from '../../src/consent/noticeBook.ts'
import { hospitalSchema } from '../../src/hospital/hospital.ts'
import { type Talk, type TalkOptions, domesticHospital, hospital, NIGHT, startTalk } from '../support/talk.ts'

const STORY = '어제 수납에서 한 시간 기다렸어요'
const HEALTH_STORY = '그저께 무릎 수술 받고 다리가 아픈데 아무도 설명을 안 해 줬어요'
const ALL = { collect: true, health: true, overseas: true, contact: false } as const
const KAKAO: ChannelAddress = { channel: 'kakao', botId: 'b', userKey: 'u', isFriend: false, isTest: false }
const onPageOnly = hospitalSchema.parse({ ...hospital, consent: { chatButtons: false } })

const talks: Talk[] = []

afterEach(async () => {
  for (const talk of talks.splice(0)) await talk.close()
})

/** Somebody who has told their story and is asked for the first consent. */
async function askedToConsent(options: TalkOptions = {}, story = STORY): Promise<Talk> {
  const talk = startTalk(options)
  talks.push(talk)
  await talk.say(story)
  await talk.tap('네, 14세 이상')
  return talk
}

const promptOf = (replies: readonly { readonly channelData?: Readonly<Record<string, unknown>> | undefined }[]) =>
  replies.at(-1)?.channelData?.['prompt']
const textOf = (replies: readonly { readonly text?: string | undefined }[]) =>
  replies.map(({ text }) => text).join('\n')
const receiptsOf = (talk: Talk) =>
  [...talk.record().receipts.values()].map(({ purpose, granted, shownAs, conversationId }) => [
    `${purpose} ${granted ? 'yes' : 'no'}`,
    shownAs,
    conversationId !== undefined,
  ])

describe('the consent page', () => {
  it('answers everything in one go, and the chat on the website goes on by itself', async () => {
    const talk = await askedToConsent()
    const { outcome, replies } = await talk.answerPage(ALL)
    expect(outcome).toEqual({ kind: 'taken', channel: 'web', someSettled: false })
    expect(promptOf(replies)).toBe('confirm.summary')
    expect(receiptsOf(talk)).toEqual([
      ['collect yes', 'page', true],
      ['health yes', 'page', true],
      ['overseas yes', 'page', true],
      ['contact no', 'page', true],
    ])
    await talk.tap('접수하기')
    const [ticket] = [...talk.record().tickets.values()]
    expect(ticket).toMatchObject({ slackCovered: true })
    expect([...talk.record().receipts.values()].map(({ ticketId }) => ticketId)).toEqual(Array(4).fill(ticket?.id))
  })

  it('goes on at the next message on KakaoTalk, which is not taken for an answer to what was never seen', async () => {
    const talk = await askedToConsent({ address: KAKAO })
    const { outcome, replies } = await talk.answerPage(ALL)
    expect(outcome).toMatchObject({ kind: 'taken', channel: 'kakao' })
    expect(replies).toEqual([])
    expect(receiptsOf(talk)).toHaveLength(4)
    expect(promptOf(await talk.say('아니요'))).toBe('confirm.summary')
    expect(receiptsOf(talk)).toHaveLength(4)
  })

  it('goes on when an old button is tapped on KakaoTalk afterwards, and changes no answer by it', async () => {
    const talk = await askedToConsent({ address: KAKAO })
    await talk.answerPage(ALL)
    expect(promptOf(await talk.tap('동의하지 않습니다', 'consent.collect'))).toBe('confirm.summary')
    expect(receiptsOf(talk)).toHaveLength(4)
  })

  it.each(['도움말', 'English'])('still goes on when %s is written first on KakaoTalk', async (word) => {
    const talk = await askedToConsent({ address: KAKAO })
    await talk.answerPage(ALL)
    expect(promptOf(await talk.say(word))).toBe('confirm.summary')
  })

  it('does not let a late tap in the chat answer what comes after the page', async () => {
    const talk = await askedToConsent()
    await talk.answerPage(ALL)
    const replies = await talk.tap('동의합니다', 'consent.collect')
    expect(promptOf(replies)).toBe('confirm.summary')
    expect(textOf(replies)).toMatch(/앞에 나온 버튼/)
    expect(talk.record().tickets.size).toBe(0)
  })

  it('leaves what was answered in the chat meanwhile as it is', async () => {
    const talk = await askedToConsent()
    const token = talk.findToken()
    await talk.tap('동의합니다')
    await talk.tap('동의하지 않습니다')
    const view = await talk.page.view(token, 'ko')
    expect(view).toMatchObject({
      kind: 'open',
      notices: [{ purpose: 'overseas' }, { purpose: 'contact' }],
      settled: [{ purpose: 'collect' }, { purpose: 'health' }],
    })
    const { outcome, replies } = await talk.answerPage({ ...ALL, collect: false, health: true }, token)
    expect(outcome).toMatchObject({ kind: 'taken', someSettled: true })
    expect(promptOf(replies)).toBe('confirm.summary')
    expect(receiptsOf(talk).map(([answer]) => answer)).toEqual([
      'collect yes',
      'health no',
      'overseas yes',
      'contact no',
    ])
  })

  it('takes nothing when all was answered in the chat meanwhile', async () => {
    const talk = await askedToConsent()
    const token = talk.findToken()
    for (const label of ['동의합니다', '동의합니다', '동의합니다', '동의하지 않습니다']) await talk.tap(label)
    const { outcome } = await talk.answerPage({ ...ALL, collect: false }, token)
    expect(outcome).toEqual({ kind: 'problem', problem: 'settled' })
    expect(receiptsOf(talk)).toHaveLength(4)
  })

  it('gives way to an answer in the chat that arrives at the same moment', async () => {
    const talk = await askedToConsent()
    const token = talk.findToken()
    const [, outcome] = await Promise.all([talk.tap('동의하지 않습니다'), talk.page.answer(token, 'ko', ALL)])
    expect(outcome).toEqual({ kind: 'problem', problem: 'settled' })
    expect(receiptsOf(talk)).toEqual([['collect no', 'chat', false]])
    expect(talk.record().sessions.size).toBe(0)
  })

  it('takes a link once, also when it is sent twice at the same time', async () => {
    const talk = await askedToConsent()
    const token = talk.findToken()
    const outcomes = await Promise.all([1, 2, 3].map(() => talk.page.answer(token, 'ko', ALL)))
    const used = { kind: 'problem', problem: 'used' }
    expect(outcomes).toEqual([expect.objectContaining({ kind: 'taken' }), used, used])
    expect(await talk.page.answer(token, 'ko', { ...ALL, overseas: false })).toEqual({
      kind: 'problem',
      problem: 'used',
    })
    expect(receiptsOf(talk)).toHaveLength(4)
  })

  it('does not take a second link to the same answers', async () => {
    const talk = await askedToConsent()
    await talk.say('도움말')
    const [first, second] = [talk.findToken('consent.collect'), talk.findToken()]
    expect(first).not.toBe(second)
    await talk.answerPage(ALL, second)
    expect((await talk.answerPage({ ...ALL, contact: true }, first)).outcome).toEqual({
      kind: 'problem',
      problem: 'settled',
    })
  })

  it('changes nothing by being looked at', async () => {
    const talk = await askedToConsent()
    const before = JSON.stringify([talk.record(), await talk.held()])
    for (let count = 0; count < 5; count += 1) await talk.page.view(talk.findToken(), 'ko')
    expect(JSON.stringify([talk.record(), await talk.held()])).toBe(before)
  })

  it('is too late after half an hour, and for a conversation that is gone', async () => {
    const talk = await askedToConsent()
    const token = talk.findToken()
    await talk.loseHold()
    expect(await talk.page.answer(token, 'ko', ALL)).toEqual({ kind: 'problem', problem: 'gone' })
    talk.wait(31)
    expect(await talk.page.answer(token, 'ko', ALL)).toEqual({ kind: 'problem', problem: 'expired' })
    expect(talk.record().receipts.size).toBe(0)
  })

  it('stays answered when the conversation was forgotten since', async () => {
    const talk = await askedToConsent()
    const token = talk.findToken()
    await talk.answerPage({ collect: false }, token)
    await talk.loseHold()
    await talk.say('안녕하세요')
    expect(await talk.page.answer(token, 'ko', ALL)).toEqual({ kind: 'problem', problem: 'used' })
    expect(receiptsOf(talk)).toHaveLength(1)
  })

  it('takes nothing for a child who writes after whoever got the link', async () => {
    const talk = await askedToConsent()
    const token = talk.findToken()
    await talk.loseHold()
    await talk.say(STORY)
    await talk.tap('아니요, 14세 미만')
    expect(await talk.page.answer(token, 'ko', ALL)).toMatchObject({ kind: 'problem' })
    expect(talk.record().receipts.size).toBe(0)
  })

  it('keeps in the receipt the language that was read', async () => {
    const talk = await askedToConsent()
    await talk.page.answer(talk.findToken(), 'en', ALL)
    expect([...talk.record().receipts.values()].map(({ language }) => language)).toEqual(Array(4).fill('en'))
  })

  it('says in the receipt that a guardian answered', async () => {
    const talk = startTalk()
    talks.push(talk)
    await talk.say(STORY)
    let asked = await talk.tap('보호자입니다')
    if (promptOf(asked) === 'contact.patient') asked = await talk.tap(asked.at(-1)?.suggestedActions?.[0]?.label ?? '')
    expect(promptOf(asked)).toBe('consent.collect')
    await talk.answerPage(ALL)
    const byPage = [...talk.record().receipts.values()].filter(({ shownAs }) => shownAs === 'page')
    expect(byPage.map(({ actor }) => actor)).toEqual(Array(4).fill('guardian'))
  })

  it('only takes the answers in where something else is being talked about', async () => {
    const talk = await askedToConsent()
    const token = talk.findToken()
    await talk.tap('처음으로')
    const { replies } = await talk.answerPage(ALL, token)
    expect(textOf(replies)).toMatch(/동의 여부를 잘 받았습니다/)
    expect(promptOf(await talk.tap('민원 접수', 'menu'))).toBe('complaint.story')
  })

  it('asks no more about a crisis after it than before', async () => {
    const talk = await askedToConsent()
    const token = talk.findToken()
    expect(promptOf(await talk.say('죽고 싶어요'))).toBe('crisis.check')
    await talk.answerPage(ALL, token)
    expect(promptOf(await talk.tap('계속하기', 'crisis.check'))).toBe('crisis.contact')
    expect(promptOf(await talk.say('아니요'))).toBe('confirm.summary')
  })
})

describe('a no on the consent page', () => {
  it('to collection needs no further answer, identifies nobody, and leads to filing without a name', async () => {
    const talk = await askedToConsent()
    const { replies } = await talk.answerPage({ collect: false, health: true, overseas: true })
    expect(promptOf(replies)).toBe('anonymous.offer')
    expect(receiptsOf(talk)).toEqual([['collect no', 'page', false]])
    await talk.tap('이름 없이 접수')
    const filed = await talk.tap('접수하기')
    expect(textOf(filed)).toMatch(/확인 암호는 [2-9A-Z]{4}-/)
    const [ticket] = [...talk.record().tickets.values()]
    expect(ticket).toMatchObject({ conversationId: undefined, slackCovered: false })
    expect(talk.record().sessions.size).toBe(0)
    expect([...talk.record().receipts.values()].every(({ ticketId }) => ticketId === undefined)).toBe(true)
  })

  it('to health forgets a story of it, says so, and tells what can be filed without', async () => {
    const talk = await askedToConsent({}, HEALTH_STORY)
    const { replies } = await talk.answerPage({ ...ALL, health: false })
    expect(promptOf(replies)).toBe('complaint.story')
    expect(textOf(replies)).toMatch(/저장하지 않았습니다[^]*시설, 주차[^]*02-0000-1000/)
    expect(JSON.stringify([talk.record(), [...talk.record().sessions], await talk.held()])).not.toContain('무릎')
  })

  it('to health on KakaoTalk tells it with the next question', async () => {
    const talk = await askedToConsent({ address: KAKAO }, HEALTH_STORY)
    await talk.answerPage({ ...ALL, health: false })
    expect(JSON.stringify([[...talk.record().sessions], talk.record().activities])).not.toContain('무릎')
    const replies = await talk.say('다 했어요')
    expect(promptOf(replies)).toBe('complaint.story')
    expect(textOf(replies)).toMatch(/건강 정보는 빼고/)
  })

  it('to processing abroad leaves Slack the number only', async () => {
    const talk = await askedToConsent()
    await talk.answerPage({ ...ALL, overseas: false })
    await talk.tap('접수하기')
    expect([...talk.record().tickets.values()]).toMatchObject([{ slackCovered: false, deskDepartment: '고객상담실' }])
    expect(receiptsOf(talk)).toContainEqual(['overseas no', 'page', true])
  })
})

describe('a hospital', () => {
  it('from which nothing goes abroad asks nothing about it', async () => {
    const talk = await askedToConsent({ hospital: domesticHospital })
    const view = await talk.page.view(talk.findToken(), 'ko')
    expect(view.kind === 'open' && view.notices.map(({ purpose }) => purpose)).toEqual(['collect', 'health', 'contact'])
    const { replies } = await talk.answerPage({ collect: true, health: true, contact: false })
    expect(promptOf(replies)).toBe('confirm.summary')
  })

  it('that takes consent on the page alone offers the link, and answers a yes with it', async () => {
    const talk = await askedToConsent({ hospital: onPageOnly })
    const asked = talk.exchanges.at(-1)?.replies.at(-1)
    expect(asked?.suggestedActions?.map(({ value }) => value)).toEqual(['person', 'home'])
    expect(asked?.link?.label).toBe('안내문 보고 고르기')
    for (const said of ['네', '동의합니다', '아니요']) {
      const replies = await talk.say(said)
      expect(promptOf(replies)).toBe('consent.collect')
      expect(textOf(replies)).toMatch(/아래 링크/)
      expect(replies.at(-1)?.link?.url).toMatch(/^https:\/\/sori\.example\/consent\//)
    }
    expect(talk.record().receipts.size).toBe(0)
    expect(promptOf((await talk.answerPage(ALL)).replies)).toBe('confirm.summary')
  })
})

describe('from hello to a number', () => {
  it.each([
    ['eight answers by buttons', undefined, 8],
    ['five with the form', ALL, 5],
  ] as const)('takes at most %s', async (_what, choices, most) => {
    const talk = startTalk()
    talks.push(talk)
    let asked = await talk.say(STORY)
    let answers = 1
    for (; asked.at(-1)?.channelData?.['ticket'] === undefined; answers += 1) {
      const prompt = String(promptOf(asked))
      if (choices && prompt === 'consent.collect') asked = (await talk.answerPage(choices)).replies
      else asked = await talk.tap(LABELS[prompt] ?? '동의합니다')
      expect(answers).toBeLessThan(20)
    }
    expect(answers).toBeLessThanOrEqual(most)
  })
})

const LABELS: Readonly<Record<string, string>> = {
  'age.check': '네, 14세 이상',
  'consent.contact': '동의하지 않습니다',
  'confirm.summary': '접수하기',
}

describe('a changed notice', () => {
  const CHANGES = '보유 기간이 3년에서 2년으로 줄었습니다.'
  const withChange = (purpose: 'collect' | 'contact'): PublishedNotices => {
    const next = (language: 'ko' | 'en') => {
      const [first] = publishedNotices[language][purpose]
      const second = { ...first!, version: '2026-11-23', effectiveFrom: '2026-11-23', changes: CHANGES }
      return { ...publishedNotices[language], [purpose]: [first!, second] }
    }
    return { ko: next('ko'), en: next('en') }
  }

  async function filedBefore(purpose: 'collect' | 'contact'): Promise<Talk> {
    const talk = await askedToConsent({ notices: withChange(purpose), at: NIGHT })
    await talk.answerPage(ALL)
    await talk.tap('접수하기')
    talk.wait(26 * 60)
    return talk
  }

  it('is asked again at the next filing, and says what is new', async () => {
    const talk = await filedBefore('contact')
    const replies = await talk.say('오늘 주차장이 너무 복잡했어요')
    expect(promptOf(replies)).toBe('consent.contact')
    expect(textOf(replies)).toContain(CHANGES)
    expect(await talk.page.view(talk.findToken(), 'ko')).toMatchObject({
      notices: [{ purpose: 'contact', version: '2026-11-23' }],
      changed: ['contact'],
    })
    expect(promptOf(await talk.tap('동의하지 않습니다'))).toBe('confirm.summary')
    const versions = [...talk.record().receipts.values()].map(
      ({ purpose, noticeVersion }) => `${purpose} ${noticeVersion}`,
    )
    expect(versions.slice(-2)).toEqual(['contact 2026-11-22', 'contact 2026-11-23'])
  })

  it('refused about collection keeps what was filed, files nothing new, and names nobody in the receipt', async () => {
    const talk = await filedBefore('collect')
    const replies = await talk.say('오늘 주차장이 너무 복잡했어요')
    expect(promptOf(replies)).toBe('consent.collect')
    expect(textOf(replies)).toContain(CHANGES)
    expect(textOf(await talk.tap('동의하지 않습니다'))).toMatch(/전에 접수하신 일은 그대로/)
    expect(receiptsOf(talk).at(-1)).toEqual(['collect no', 'chat', false])
    expect(talk.record().tickets.size).toBe(1)
    expect(JSON.stringify([...talk.record().sessions])).not.toContain('주차장')
    expect(promptOf(await talk.say('오늘 주차장이 너무 복잡했어요'))).toBe('consent.collect')
  })

  it('refused about collection on the page does the same', async () => {
    const talk = await filedBefore('collect')
    await talk.say('오늘 주차장이 너무 복잡했어요')
    const { replies } = await talk.answerPage({ collect: false })
    expect(textOf(replies)).toMatch(/전에 접수하신 일은 그대로/)
    expect(JSON.stringify([...talk.record().sessions])).not.toContain('주차장')
    expect(talk.record().tickets.size).toBe(1)
  })

  it('is put again to whoever answers in the chat after it took the place of the one they read', async () => {
    const talk = await askedToConsent({ notices: withChange('collect'), at: '2026-11-22T23:50:00+09:00' })
    talk.wait(15)
    for (const answer of [() => talk.tap('동의합니다'), () => talk.say('네 동의합니다')]) {
      const replies = await answer()
      expect(promptOf(replies)).toBe(talk.record().receipts.size === 0 ? 'consent.collect' : 'consent.health')
    }
    expect([...talk.record().receipts.values()]).toMatchObject([{ purpose: 'collect', noticeVersion: '2026-11-23' }])
  })

  it('makes a link to the one before worthless', async () => {
    const talk = await askedToConsent({ notices: withChange('contact'), at: '2026-11-22T23:50:00+09:00' })
    const token = talk.findToken()
    talk.wait(15)
    expect(await talk.page.view(token, 'ko')).toEqual({ kind: 'problem', problem: 'outdated' })
    expect(await talk.page.answer(token, 'ko', ALL)).toEqual({ kind: 'problem', problem: 'outdated' })
    expect(talk.record().receipts.size).toBe(0)
  })
})
