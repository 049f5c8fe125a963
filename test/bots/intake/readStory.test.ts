import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { createReadStory } from '../../../bots/intake/readStory.ts'
import { openTestModel } from '../../support/languageModel.ts'
import { type Behaviour, type ModelServer, startModelServer } from '../../support/modelServer.ts'
import { domesticHospital, hospital, startTalk, type Talk, type TalkOptions } from '../../support/talk.ts'

/** Nothing in it that the rules could place, nor a day they know. */
const STORY =
  '저는 홍길동인데요, 큰아이 돌잔치 날 별관 쉼터에서 정말 너무 화가 났고 실망했어요. 010-9876-5432로 연락 주세요.'
const REPLY = {
  type: 'complaint',
  category: 'facility',
  department: '시설관리',
  urgency: 'high',
  isSure: true,
  whenWords: '큰아이 돌잔치 날',
  whenDate: '2026-11-14',
  where: '별관 쉼터',
  wish: null,
}
const AGREES: Readonly<Record<string, string>> = {
  'age.check': '네, 14세 이상',
  'consent.collect': '동의합니다',
  'consent.health': '동의합니다',
  'consent.overseas': '동의합니다',
  'consent.contact': '동의하지 않습니다',
  'complaint.when': '잘 모르겠어요',
  'complaint.where': '건너뛰기',
  'confirm.summary': '접수하기',
}
/** What a turn may take: KakaoTalk's budget. */
const TURN_MAX_MS = 3_500

let server: ModelServer
let talk: Talk | undefined
beforeAll(async () => {
  const warm = await startModelServer()
  await openTestModel(warm).model.warmUp()
  await warm.close()
})
beforeEach(async () => {
  server = await startModelServer({ kind: 'says', answer: REPLY })
})
afterEach(async () => {
  await talk?.close()
  await server.close()
})

function start(recipient: 'llm_domestic' | 'llm_overseas' = 'llm_domestic', options: TalkOptions = {}): Talk {
  const model = { ...openTestModel(server).model, recipient }
  talk = startTalk({
    hospital: domesticHospital,
    readStory: (parts) => createReadStory({ model, ...parts }),
    ...options,
  })
  return talk
}

/** Goes through to a number. @returns what was asked on the way, and how long the slowest answer took */
async function fileIt(story: string, answers = AGREES, one = start()) {
  const asked: string[] = []
  let slowestMs = 0
  const timed = async (work: () => ReturnType<Talk['say']>) => {
    const begun = performance.now()
    const replies = await work()
    slowestMs = Math.max(slowestMs, performance.now() - begun)
    return replies.at(-1)?.channelData?.['prompt']
  }
  let prompt = await timed(() => one.say(story))
  for (let count = 0; count < 15 && typeof prompt === 'string' && prompt !== 'menu'; count += 1) {
    asked.push(prompt)
    const label = answers[prompt]
    if (label === undefined) throw new Error(`The bot asked ${prompt}.`)
    prompt = await timed(() => one.tap(label))
  }
  const [ticket] = [...one.record().tickets.values()]
  return { asked, slowestMs, ticket }
}

/** What was read out of the words. */
function readOf(ticket: Awaited<ReturnType<typeof fileIt>>['ticket']) {
  if (!ticket) throw new Error('Nothing was filed.')
  const { type, category, department, deskDepartment, urgency, crisis, content } = ticket
  return { type, category, department, deskDepartment, urgency, crisis, content }
}

describe('a story read by a model in the turn', () => {
  it('spares questions and finds the department, by one call', async () => {
    const { asked, ticket } = await fileIt(STORY)
    expect(asked).not.toContain('complaint.when')
    expect(ticket).toMatchObject({
      category: 'facility',
      department: '시설관리',
      urgency: 'high',
      content: { when: { date: '2026-11-14', text: '큰아이 돌잔치 날' }, where: '별관' },
    })
    expect(server.calls).toHaveLength(1)
  })

  it('is read without the name and the number in it', async () => {
    await fileIt(STORY)
    expect(server.everything()).toContain('[이름1]')
    expect(server.everything()).not.toMatch(/홍길동|9876|5432|conversation-1/)
  })

  it('is read after consent, and not before', async () => {
    const one = start()
    await one.say(STORY)
    await one.tap('네, 14세 이상')
    expect(server.calls).toEqual([])
    await one.tap('동의합니다')
    await one.tap('동의합니다')
    expect(server.calls).toEqual([])
  })

  it('is not read again for a change: what is changed is the person’s to say', async () => {
    const one = start()
    let prompt: unknown = (await one.say(STORY)).at(-1)?.channelData?.['prompt']
    while (prompt !== 'confirm.summary')
      prompt = (await one.tap(AGREES[String(prompt)] ?? '')).at(-1)?.channelData?.['prompt']
    const replies = await one.tap('날짜 고치기')
    expect(replies.at(-1)?.channelData?.['prompt']).toBe('complaint.when')
    expect(server.calls).toHaveLength(1)
  })

  it('is not read where the rules found everything', async () => {
    await fileIt('어제 오후에 수납에서 한 시간 기다렸어요')
    expect(server.calls).toEqual([])
  })

  it('is still a danger, whatever the model says', async () => {
    server.behave({ kind: 'says', answer: { ...REPLY, type: 'compliment', urgency: 'low', category: 'meal' } })
    const one = start()
    await one.say('간호사가 저희 어머니를 때렸어요')
    const found = JSON.stringify(await one.held())
    expect(found).toContain('violence_abuse')
    expect(server.calls).toEqual([])
  })
})

describe('what the model does not get', () => {
  it.each([
    [
      'without consent to collection',
      { ...AGREES, 'consent.collect': '동의하지 않습니다', 'anonymous.offer': '이름 없이 접수' },
    ],
  ])('%s', async (_name, answers) => {
    const { ticket } = await fileIt(STORY, answers)
    expect(ticket?.conversationId).toBeUndefined()
    expect(server.calls).toEqual([])
  })

  it.each([
    ['refused', '동의하지 않습니다', 0],
    ['given', '동의합니다', 1],
  ] as const)('abroad, consent to that %s', async (_name, label, calls) => {
    const one = start('llm_overseas', { hospital })
    await fileIt(STORY, { ...AGREES, 'consent.overseas': label }, one)
    expect(server.calls).toHaveLength(calls)
  })

  it('abroad, on a consent that named somebody else alone', async () => {
    const model = { ...openTestModel(server).model, recipient: 'llm_overseas' as const }
    const one = start('llm_overseas', {
      hospital,
      readStory: (parts) => createReadStory({ ...parts, model, isAsShownNow: () => false }),
    })
    await fileIt(STORY, AGREES, one)
    expect(server.calls).toEqual([])
  })

  it('of health, that consent refused', async () => {
    await fileIt('당뇨 환자인데 정말 너무 화가 났고 실망했어요', {
      ...AGREES,
      'consent.health': '동의하지 않습니다',
    }).catch(() => undefined)
    expect(server.calls).toEqual([])
  })
})

describe('a model in trouble', () => {
  const troubles: readonly (readonly [string, Behaviour])[] = [
    ['hangs', { kind: 'hangs' }],
    ['is slow', { kind: 'says', answer: REPLY, afterMs: 4_000 }],
    ['never ends', { kind: 'trickles' }],
    ['breaks', { kind: 'fails', status: 500 }],
    ['is overrun', { kind: 'fails', status: 429 }],
    ['hangs up', { kind: 'resets' }],
    ['babbles', { kind: 'writes', content: '```json\n{"category": "hacked"}\n```' }],
    ['invents a category', { kind: 'says', answer: { ...REPLY, category: 'bribery' } }],
    [
      'invents a place and a day',
      { kind: 'says', answer: { ...REPLY, isSure: false, urgency: 'low', whenWords: '어제', where: '원장실' } },
    ],
  ]

  it.each(troubles)('%s: the person is answered in time, by the rules', async (_name, behaviour) => {
    server.behave(behaviour)
    const { asked, slowestMs, ticket } = await fileIt(STORY)
    expect(slowestMs).toBeLessThan(TURN_MAX_MS)
    const alone = startTalk({ hospital: domesticHospital })
    const byRules = await fileIt(STORY, AGREES, alone)
    await alone.close()
    expect(asked).toEqual(byRules.asked)
    expect(readOf(ticket)).toEqual(readOf(byRules.ticket))
    expect(server.calls).toHaveLength(1)
  })
})
