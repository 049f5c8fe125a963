import { z } from 'zod'

import type { CoveredWords } from '../../src/consent/coverModel.ts'
import type { LanguageModel } from '../languageModel/languageModel.ts'
import { speaksToMachine } from '../understanding/speaksToMachine.ts'
import { addsKoreanFacts } from './addsFacts.ts'
import { wordsAsText } from './wordsAsText.ts'

/** What a card carries at most. */
const SUMMARY_MAX_CHARS = 200
const shape = z.strictObject({ summary: z.string() })

const INSTRUCTIONS = `Summarise the complaint for hospital staff: one or two plain Korean sentences, at most 180 characters.
What happened, where, when, what is wanted: in the writer's own words, days and numbers copied as they stand.`

/** A short account of a Korean complaint for staff; undefined where the model gave none that its words bear out. */
export async function summarise(
  model: LanguageModel,
  words: CoveredWords,
  timeoutMs: number,
): Promise<string | undefined> {
  const source = wordsAsText(words)
  // A summary that obeyed its text could say anything; the text itself is short enough to read.
  if (speaksToMachine(source)) return undefined
  const isTrue = ({ summary }: z.infer<typeof shape>): boolean =>
    summary.trim() !== '' && summary.trim().length <= SUMMARY_MAX_CHARS && !addsKoreanFacts(summary, source)
  const answer = await model.ask({ purpose: 'summary', instructions: INSTRUCTIONS, words, shape, timeoutMs, isTrue })
  return answer?.summary.trim()
}
