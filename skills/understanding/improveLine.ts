import { coverForModel } from '../../src/consent/coverModel.ts'
import type { LanguageModel } from '../languageModel/languageModel.ts'
import { listen } from '../privacy/listen.ts'
import { isForeign } from '../writing/isForeign.ts'
import type { Understanding } from './understanding.ts'
import { understandWithModel } from './understandWithModel.ts'

/**
 * Improves the rules' answer to one of the hospital's past complaints. That consent to collection, and abroad to processing
 * there, covers them is the word of whoever asked for `--model`; names and numbers become tokens first, and what tells of health
 * does not go abroad.
 */
export function createImproveLine(model: LanguageModel, now: Date) {
  const isDomestic = model.recipient === 'llm_domestic'
  const answers = { collect: true, health: isDomestic, overseas: true }

  return async (text: string, local: Understanding): Promise<Understanding> => {
    if (local.type === 'not_complaint' || !local.abstained) return local
    const story = listen(text, { vault: [], pending: [] }, { publicNumbers: [] }).text
    const tellsOfHealth = local.health || isForeign(story)
    const covered = coverForModel({ story }, { tellsOfHealth }, answers, model.recipient)
    if (!covered) return local
    const { type, category, department, urgency, abstained } = await understandWithModel(model, covered, local, { now })
    return { ...local, type, category, department, urgency, abstained }
  }
}
