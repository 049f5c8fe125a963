import type { CoveredWords } from '../../src/consent/coverModel.ts'
import type { LanguageModel } from '../languageModel/languageModel.ts'
import { mergeTriage, type Triage } from './mergeTriage.ts'
import { isoDate, seoulDay } from './seoulDay.ts'
import { speaksToMachine } from './speaksToMachine.ts'
import { triageInstructions, triageReply } from './triageReply.ts'

/** A person waits in front of the chat; KakaoTalk gives up after five seconds. */
export const TRIAGE_TIMEOUT_MS = 2_500

/**
 * Reads a story again with a model, where one is at hand: one call, never repeated. Whatever goes wrong, and where the text
 * gives orders to a program, the local answer stands as it is.
 */
export async function understandWithModel(
  model: LanguageModel,
  words: CoveredWords,
  local: Triage,
  { now, timeoutMs = TRIAGE_TIMEOUT_MS }: { readonly now: Date; readonly timeoutMs?: number },
): Promise<Triage> {
  const { story } = words
  if (speaksToMachine(story)) return local
  const reply = await model.ask({
    purpose: 'triage',
    instructions: triageInstructions(isoDate(seoulDay(now))),
    words,
    shape: triageReply,
    timeoutMs,
  })
  return reply ? mergeTriage(local, reply, story, now) : local
}
