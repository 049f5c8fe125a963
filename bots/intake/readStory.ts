import type { ReadStory } from '../../dialogs/storyReading.ts'
import type { LanguageModel } from '../../skills/languageModel/languageModel.ts'
import { TRIAGE_TIMEOUT_MS, understandWithModel } from '../../skills/understanding/understandWithModel.ts'
import { isForeign } from '../../skills/writing/isForeign.ts'
import type { ConsentReceipt } from '../../src/consent/consent.ts'
import { answersForModel, coverForModel } from '../../src/consent/coverModel.ts'
import type { ConversationStore } from '../../src/conversations/ports.ts'

/** No model answers in less; it is not asked for nothing. */
const WORTH_ASKING_MS = 300

type Dependencies = {
  readonly model: LanguageModel
  readonly conversations: Pick<ConversationStore, 'listReceipts'>
  /** Tells whether a receipt is for the notice that would be shown today. */
  readonly isAsShownNow: (receipt: ConsentReceipt) => boolean
  readonly now: () => Date
}

/** Builds the reading of stories by the configured model: with consent that covers it, once, and in the time that is left. */
export function createReadStory({ model, conversations, isAsShownNow, now }: Dependencies): ReadStory {
  return async ({ conversationId, words, local, deadlineMs, ...about }) => {
    const timeoutMs = Math.floor(Math.min(TRIAGE_TIMEOUT_MS, deadlineMs - performance.now()))
    if (timeoutMs < WORTH_ASKING_MS || about.answers.collect !== true) return undefined
    const goesAbroad = model.recipient === 'llm_overseas'
    const receipts = goesAbroad ? [...(await conversations.listReceipts(conversationId)), ...about.receipts] : []
    const answers = answersForModel(about.answers, receipts, isAsShownNow)
    const tellsOfHealth = about.tellsOfHealth || isForeign(words.story)
    const covered = coverForModel(words, { ...about, tellsOfHealth }, answers, model.recipient)
    return covered && understandWithModel(model, covered, local, { now: now(), timeoutMs })
  }
}
