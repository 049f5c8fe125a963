import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { learn, readKnown } from '../../../skills/understanding/model/learn.ts'
import { MODEL_FILE, packModels, readModels } from '../../../skills/understanding/model/modelFile.ts'
import { readExamples } from '../../../skills/understanding/model/readExamples.ts'

const committed = readFileSync(MODEL_FILE)

describe('the local model', () => {
  it('is what the committed examples teach, to the last bit', () => {
    const learned = packModels(learn(readKnown(readExamples())), readModels().calibration)
    expect(learned.equals(committed)).toBe(true)
  }, 120_000)

  it('takes less than three megabytes', () => {
    expect(committed.length).toBeLessThan(3_000_000)
  })

  it('has at least 2,500 complaints and inquiries to learn from', () => {
    expect(readExamples().ordinary.length).toBeGreaterThanOrEqual(2_500)
  })
})
