import type { Scrubbed } from './scrubbed.ts'
import type { ConsentAnswers, ConsentReceipt, ReceiptPurpose } from './consent.ts'
import { cover, type Covered, type Data } from './coverage.ts'
import { filledFields } from './inventory.ts'

/** Where the configured language model runs, as a recipient of data. */
export type ModelRecipient = 'llm_domestic' | 'llm_overseas'

/** What a language model may be given to read: words in which names and numbers are tokens, and nothing besides. */
export type ModelWords = {
  readonly story: Scrubbed
  readonly where?: string | undefined
  readonly wish?: string | undefined
}

/** Words that may go to a model; what is not covered for its region cannot be handed to one. */
export type CoveredWords = Covered<ModelWords, ModelRecipient>

/** The words as what the model may read; undefined where the answers in hand do not cover it. */
export function coverForModel(
  words: ModelWords,
  about: Omit<Data, 'fields'>,
  answers: ConsentAnswers,
  recipient: ModelRecipient,
): CoveredWords | undefined {
  return cover(words, { ...about, fields: filledFields('content', words) }, answers, recipient)
}

/**
 * The answers that hold towards a model. Consent to processing abroad names who receives the data (개인정보 보호법 §28의8②),
 * so one given to a notice without this model's provider does not reach it; as does none whose receipt is not at hand.
 *
 * @param receipts in the order of the answers
 * @param isAsShownNow tells whether a receipt is for the very notice that would be shown today
 */
export function answersForModel(
  answers: ConsentAnswers,
  receipts: readonly ConsentReceipt[],
  isAsShownNow: (receipt: ConsentReceipt) => boolean,
): ConsentAnswers {
  const receipt = receipts.findLast(({ purpose }) => purpose === 'overseas')
  const reachesModel = receipt?.granted === true && isAsShownNow(receipt)
  return { ...answers, overseas: answers.overseas === true && reachesModel }
}

/** What receipts say, the last answer to each notice counting. */
export function answersOf(
  receipts: readonly Pick<ConsentReceipt, 'purpose' | 'granted'>[],
  withdrawn: readonly ReceiptPurpose[],
): ConsentAnswers {
  const answered = Object.fromEntries(receipts.map(({ purpose, granted }) => [purpose, granted]))
  return { ...answered, ...Object.fromEntries(withdrawn.map((purpose) => [purpose, false])) }
}
