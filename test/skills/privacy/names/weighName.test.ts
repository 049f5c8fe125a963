import { describe, expect, it } from '@jest/globals'
import { nameCandidates } from '../../../../skills/privacy/names/nameCandidates.ts'
import { weighName } from '../../../../skills/privacy/names/nameModel.ts'
import { fitWeights } from './fitWeights.ts'
import { createChance, inventName } from './inventName.ts'

function weigh(text: string): number {
  return Math.max(...nameCandidates(text).map(weighName))
}

describe('weighing a name', () => {
  it.each([
    ['류도담이 안 왔어요', '류마티스가 심해요'],
    ['이상윤이 안 왔어요', '이상은 없대요'],
    ['맹주원이 퇴근했어요', '맹장염이 나았어요'],
  ])('has more to say for the name of %s than for a word of %s', (name, word) => {
    expect(weigh(name)).toBeGreaterThan(weigh(word))
  })

  it('learns what sets examples apart, the same every time', () => {
    const examples = Array.from({ length: 60 }, (_, index) => ({
      features: ['bias', index % 3 === 0 ? 'title' : 'none'],
      isName: index % 3 === 0,
    }))
    const weights = fitWeights(examples)
    expect(weights['title']).toBeGreaterThan(0)
    expect(weights['none']).toBeLessThan(0)
    expect(fitWeights(examples)).toEqual(weights)
  })

  it('invents the same names from the same seed', () => {
    const names = (): readonly string[] => {
      const chance = createChance(7)
      return Array.from({ length: 5 }, () => inventName(chance))
    }
    expect(names()).toEqual(names())
    expect(new Set(names()).size).toBeGreaterThan(1)
  })
})
