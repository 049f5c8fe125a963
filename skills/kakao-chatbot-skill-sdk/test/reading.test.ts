import { describe, expect, it } from '@jest/globals'
import {
  basicCard,
  messageButton,
  outputText,
  quickReply,
  simpleText,
  skillResponse,
  textCard,
  validateResponse,
  type SkillAnswer,
  type SkillResponse,
} from '../src/index.ts'
import {
  asksForMore,
  readOn,
  splitForReading,
  withReadMore,
  type ReadingPart,
  type ReadingShelf,
  type Unread,
} from '../src/reading.ts'

const sentence = '오늘 병원에서 오래 기다렸습니다. '
const longText = (chars: number) => sentence.repeat(Math.ceil(chars / sentence.length)).trim()
const textsOf = ({ template }: SkillResponse) => (template?.outputs ?? []).map(outputText)
const labelsOf = ({ template }: SkillResponse) => (template?.quickReplies ?? []).map(({ label }) => label)

/** All parts of a response, as somebody reads them who asks for more each time. */
const readThrough = (whole: SkillResponse): readonly SkillResponse[] => {
  const follow = ({ response, unread }: ReadingPart): readonly SkillResponse[] =>
    unread ? [response, ...follow(readOn(unread))] : [response]
  return follow(splitForReading(whole))
}

describe('splitForReading', () => {
  it('leaves what fits alone', () => {
    const response = skillResponse({
      outputs: [simpleText('네'), textCard({ title: 'a' })],
      quickReplies: [quickReply('네')],
    })
    expect(splitForReading(response)).toEqual({ response, unread: undefined })
    const acknowledgement = { version: '2.0', useCallback: true } as const
    expect(splitForReading(acknowledgement)).toEqual({ response: acknowledgement, unread: undefined })
  })

  it('breaks a text at sentences, into bubbles the phone does not fold', () => {
    const { response, unread } = splitForReading(skillResponse({ outputs: [simpleText(longText(1200))] }))
    expect(textsOf(response)).toHaveLength(3)
    for (const text of textsOf(response)) {
      expect(text.length).toBeLessThanOrEqual(500)
      expect(text).toMatch(/기다렸습니다\.$/u)
    }
    expect([unread, labelsOf(response)]).toEqual([undefined, []])
  })

  it('loses no word, however long the text', () => {
    const text = longText(9000)
    const parts = readThrough(skillResponse({ outputs: [simpleText(text)], quickReplies: [quickReply('처음으로')] }))
    expect(parts.flatMap(textsOf).join(' ')).toBe(text)
    expect(parts.map(labelsOf)).toEqual([...parts.slice(1).map(() => ['더 보기', '처음으로']), ['처음으로']])
    expect(parts.flatMap(validateResponse)).toEqual([])
  })

  it('shows the question below a long text at once, and again after the rest', () => {
    const outputs = [simpleText(longText(2000)), simpleText('맞나요?')]
    const parts = readThrough(skillResponse({ outputs, quickReplies: [quickReply('네')], data: { prompt: 'confirm' } }))
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) {
      expect(textsOf(part).at(-1)).toBe('맞나요?')
      expect(part.data).toEqual({ prompt: 'confirm' })
    }
  })

  it('keeps the buttons of a long text card below the last of its words', () => {
    const card = textCard({ title: '안내', description: longText(900), buttons: [messageButton('네')] })
    const { response } = splitForReading(skillResponse({ outputs: [card] }))
    expect(response.template?.outputs.map((output) => Object.keys(output)[0])).toEqual([
      'simpleText',
      'simpleText',
      'textCard',
    ])
    expect(response.template?.outputs[2]).toMatchObject({ textCard: { buttons: [{ label: '네' }] } })
    expect(validateResponse(response)).toEqual([])
  })

  it('shows more cards than fit one part after another', () => {
    const card = (title: string) => basicCard({ title, thumbnail: { imageUrl: 'https://img.example.org/a.png' } })
    const parts = readThrough(skillResponse({ outputs: ['하나', '둘', '셋', '넷', '다섯'].map(card) }))
    expect(parts.map(textsOf)).toEqual([
      ['하나', '둘', '다섯'],
      ['셋', '넷', '다섯'],
    ])
  })

  it('leaves a place for the quick reply among ten', () => {
    const quickReplies = Array.from({ length: 10 }, (_reply, n) => quickReply(`${n}`))
    const whole = skillResponse({ outputs: [simpleText(longText(2000))], quickReplies })
    const [first = whole, second = whole] = readThrough(whole)
    expect(validateResponse(first)).toEqual([])
    expect([labelsOf(first)[0], labelsOf(first).length, labelsOf(second).length]).toEqual(['더 보기', 10, 10])
  })
})

describe('asksForMore', () => {
  it.each([
    ['더 보기', true],
    ['더보기', true],
    ['더 보기를 안 눌렀어요', false],
    ['', false],
  ])('hears %j as %s', (utterance, expected) => {
    expect(asksForMore({ utterance })).toBe(expected)
  })
})

describe('withReadMore', () => {
  const turn = { signal: new AbortController().signal }
  const said = (utterance: string) => ({ utterance, user: { id: 'u1' } }) as Parameters<SkillAnswer>[0]

  const setUp = (overrides: Partial<ReadingShelf> = {}) => {
    const kept = new Map<string, Unread>()
    const heard: string[] = []
    const answer = withReadMore(
      async ({ utterance }) => {
        heard.push(utterance)
        return skillResponse({ outputs: [simpleText(utterance === '안내' ? longText(2500) : '네')] })
      },
      {
        keep: async (id, unread) => {
          if (unread) kept.set(id, unread)
          else kept.delete(id)
        },
        find: async (id) => kept.get(id),
        ...overrides,
      },
    )
    return { ask: (utterance: string) => answer(said(utterance), turn), heard, kept }
  }

  it('reads on where the person asks to, without asking the bot', async () => {
    const { ask, heard } = setUp()
    const parts = [await ask('안내'), await ask('더 보기')]
    expect(parts.flatMap(textsOf).join(' ')).toBe(longText(2500))
    expect(heard).toEqual(['안내'])
    await ask('더 보기')
    expect(heard).toEqual(['안내', '더 보기'])
  })

  it('forgets the rest once the person says something else', async () => {
    const { ask, kept } = setUp()
    await ask('안내')
    await ask('처음으로')
    expect(kept.size).toBe(0)
  })

  it('answers whole where the shelf fails', async () => {
    const broken = () => Promise.reject(new Error('no'))
    const { ask } = setUp({ keep: broken, find: broken })
    const whole = await ask('안내')
    expect([textsOf(whole).length, textsOf(whole).at(-1)?.endsWith('…'), labelsOf(whole)]).toEqual([3, false, []])
    expect(textsOf(await ask('더 보기'))).toEqual(['네'])
  })
})
