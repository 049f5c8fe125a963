import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { cardsOf, type Loop, startLoop, until } from '../support/loop.ts'
import { type ModelServer, startModelServer } from '../support/modelServer.ts'
import { AGREES, fileOnKakao } from '../support/patient.ts'

const STORY =
  '저는 홍길동인데요, 큰아이 돌잔치 날 별관 쉼터에서 정말 너무 화가 났고 실망했어요. 010-9876-5432로 연락 주세요.'
const REPLY = {
  type: 'complaint',
  category: 'facility',
  department: '시설관리',
  urgency: 'normal',
  isSure: true,
  whenWords: '큰아이 돌잔치 날',
  whenDate: null,
  where: null,
  wish: null,
}

let model: ModelServer
let loop: Loop
beforeAll(async () => {
  model = await startModelServer()
  loop = await startLoop({
    LLM_MODEL: 'openai:local',
    LLM_BASE_URL: model.url,
    LLM_API_KEY: 'test-key',
    LLM_REGION: 'domestic',
    METRICS_TOKEN: 'metrics',
  })
})
afterAll(async () => {
  await loop.stop()
  await model.close()
})
beforeEach(() => void model.calls.splice(0))

async function metrics(): Promise<string> {
  const answer = await fetch(`${loop.productUrl}/metrics`, { headers: { authorization: 'Bearer metrics' } })
  return answer.text()
}

describe('the product with a language model', () => {
  it('brings a complaint no rule could place to its department, and tells the model nobody’s name or number', async () => {
    model.behave({ kind: 'says', answer: REPLY })
    const phone = loop.kakao.user('model-1')
    const number = await fileOnKakao(phone, STORY, { ...AGREES, 'complaint.when': '잘 모르겠어요' })
    const card = await until(() => cardsOf(loop, number)[0], 'The card')
    expect(card.channel).toBe('C0FACILIT')
    expect(model.calls).toHaveLength(1)
    expect(model.everything()).toContain('[이름1]')
    expect(model.everything()).not.toMatch(/홍길동|9876|5432|model-1|V26-/)
    expect(await metrics()).toContain('sori_model_calls_total{purpose="triage",outcome="answered"} 1')
  })

  it.each([
    ['hangs', { kind: 'hangs' }, 'timeout'],
    ['is down', { kind: 'fails', status: 500 }, 'server_error'],
  ] as const)('files it all the same when the model %s', async (name, behaviour, outcome) => {
    model.behave(behaviour)
    const phone = loop.kakao.user(`model-${name}`)
    const number = await fileOnKakao(phone, STORY, { ...AGREES, 'complaint.when': '잘 모르겠어요' })
    const card = await until(() => cardsOf(loop, number)[0], 'The card')
    expect(card.channel).toBe('C0VOC0000')
    expect(model.calls).toHaveLength(1)
    expect(await metrics()).toContain(`sori_model_calls_total{purpose="triage",outcome="${outcome}"} 1`)
  })

  it('hears nothing of somebody who did not agree', async () => {
    const phone = loop.kakao.user('model-2')
    await fileOnKakao(phone, STORY, {
      ...AGREES,
      'consent.collect': '동의하지 않습니다',
      'anonymous.offer': '이름 없이 접수',
      'complaint.when': '잘 모르겠어요',
    })
    expect(model.calls).toEqual([])
  })
})
