import { createLanguageModel } from '../skills/languageModel/createLanguageModel.ts'
import type { CountModelCall } from '../skills/languageModel/languageModel.ts'
import type { Config } from './config.ts'

/**
 * The language model that the environment names; undefined where it names none.
 *
 * @param log warned, by code alone, of every call that came to nothing
 */
export function openLanguageModel(
  config: Config,
  count: CountModelCall,
  log: { warn(fields: object, message: string): void },
): ReturnType<typeof createLanguageModel> | undefined {
  const { LLM_MODEL, LLM_REGION, LLM_BASE_URL, LLM_API_KEY, LLM_STRUCTURED_OUTPUT } = config
  if (LLM_MODEL === undefined || LLM_REGION === undefined) return undefined
  return createLanguageModel({
    model: LLM_MODEL,
    region: LLM_REGION,
    baseUrl: LLM_BASE_URL,
    apiKey: LLM_API_KEY,
    structuredOutput: LLM_STRUCTURED_OUTPUT,
    nowMs: () => performance.now(),
    count,
    log,
  })
}
