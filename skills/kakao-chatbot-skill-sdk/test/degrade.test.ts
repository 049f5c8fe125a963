import { describe, expect, it } from '@jest/globals'
import {
  basicCard,
  callbackAcknowledgement,
  degrade,
  limits,
  messageButton,
  outputText,
  quickReply,
  simpleText,
  skillResponse,
  textCard,
  validateResponse,
  type SkillResponse,
} from '../src/index.ts'
import { randomFrom } from './support/random.ts'
import { anyResponse, longText } from './support/responses.ts'

const textsOf = ({ template }: SkillResponse) => (template?.outputs ?? []).map(outputText)

/** A response as a program without types may send it. */
const untyped = (response: unknown) => response as SkillResponse

describe('degrade', () => {
  it('leaves a valid response alone', () => {
    const response = skillResponse({ outputs: [simpleText('네')], quickReplies: [quickReply('처음으로')] })
    expect(degrade(response)).toBe(response)
  })

  it('spreads a long text over the free bubbles without losing a word', () => {
    const text = longText(2500)
    const response = degrade(skillResponse({ outputs: [simpleText(text)] }))
    expect(textsOf(response)).toHaveLength(3)
    expect(textsOf(response).join(' ')).toBe(text.trim())
    expect(textsOf(response)[0]).toMatch(/기다렸습니다\.$/u)
  })

  it('keeps a place for what follows a long text', () => {
    const response = degrade(skillResponse({ outputs: [simpleText(longText(5000)), simpleText('어디였나요?')] }))
    expect(textsOf(response).at(-1)).toBe('어디였나요?')
    expect(textsOf(response).at(-2)).toMatch(/…$/u)
  })

  it('joins bubbles of text where there are too many', () => {
    const response = degrade(skillResponse({ outputs: ['하나', '둘', '셋', '넷'].map(simpleText) }))
    expect(textsOf(response)).toEqual(['하나\n\n둘\n\n셋\n\n넷'])
  })

  it('keeps the buttons of a long text card below the last of its text', () => {
    const response = degrade(
      skillResponse({
        outputs: [textCard({ title: '안내', description: longText(700), buttons: [messageButton('네')] })],
      }),
    )
    expect(response.template?.outputs.map((output) => Object.keys(output)[0])).toEqual(['simpleText', 'textCard'])
    expect(response.template?.outputs[1]).toMatchObject({ textCard: { buttons: [{ label: '네' }] } })
  })

  it('cuts labels and drops what has no companion or no place', () => {
    const buttons = [messageButton('아주아주아주아주아주 긴 이름표', '네'), { label: 'x', action: 'block' }]
    const quickReplies = Array.from({ length: 12 }, (_item, index) => quickReply(`${index}`))
    const { template } = degrade(
      untyped(skillResponse({ outputs: [untyped({ textCard: { title: 'a', buttons } }) as never], quickReplies })),
    )
    expect(template?.outputs).toEqual([
      {
        textCard: {
          title: 'a',
          buttonLayout: 'vertical',
          buttons: [{ ...buttons[0], label: '아주아주아주아주아주 긴…' }],
        },
      },
    ])
    expect(template?.quickReplies).toHaveLength(limits.quickReplies)
  })

  it('says the words of a card it cannot mend', () => {
    const card = { title: '사진', description: '선택 사항입니다.', thumbnail: { imageUrl: 'nowhere' } }
    expect(textsOf(degrade(skillResponse({ outputs: [basicCard(card)] })))).toEqual(['사진\n선택 사항입니다.'])
  })

  it('keeps data and an acknowledgement, and drops a broken context', () => {
    const text = { outputs: [simpleText('네')] }
    expect(degrade(untyped({ version: '2.0', template: text, data: { prompt: 'menu', x: null } })).data).toEqual({
      prompt: 'menu',
    })
    expect(degrade(untyped({ ...callbackAcknowledgement(), template: text }))).toEqual(callbackAcknowledgement())
    const contexts = [{ name: '', lifeSpan: 1 }]
    expect(degrade(skillResponse({ ...text, contexts }))).toEqual({
      version: '2.0',
      template: text,
    })
  })

  it('says the given text where nothing is left to say', () => {
    expect(textsOf(degrade(untyped({}), '다시 말씀해 주세요.'))).toEqual(['다시 말씀해 주세요.'])
    expect(textsOf(degrade(untyped(undefined), ''))).toEqual(['…'])
  })

  it('always ends in a response Kakao accepts', () => {
    const random = randomFrom(20260921)
    for (let round = 0; round < 300; round += 1) {
      const response = untyped(anyResponse(random))
      expect({ response, problems: validateResponse(degrade(response)) }).toEqual({ response, problems: [] })
    }
  })
})
