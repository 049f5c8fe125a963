import { createLanguageModel } from '../../skills/languageModel/createLanguageModel.ts'
import type { ModelSettings } from '../../skills/languageModel/openChatModel.ts'
import type { Scrubbed } from '../../src/consent/scrubbed.ts'
import { coverForModel, type CoveredWords, type ModelWords } from '../../src/consent/coverModel.ts'
import type { ModelServer } from './modelServer.ts'

const ALL = { collect: true, health: true, overseas: true } as const

/** The product's own model over a test server, with a clock that tests move and everything it counted and logged. */
export function openTestModel(server: Pick<ModelServer, 'url'>, settings: Partial<ModelSettings> = {}) {
  const clock = { ms: 0 }
  const counted: string[] = []
  const logged: string[] = []
  const model = createLanguageModel({
    model: 'openai:local',
    baseUrl: server.url,
    apiKey: 'test-key',
    structuredOutput: 'jsonSchema',
    ...settings,
    region: 'domestic',
    nowMs: () => clock.ms,
    count: (purpose, outcome) => void counted.push(`${purpose} ${outcome}`),
    log: { warn: (fields, message) => void logged.push(JSON.stringify({ ...fields, message })) },
  })
  return { model, clock, counted, logged }
}

/** Words that everything was agreed to for. */
export function coveredWords(story: string, more: Partial<ModelWords> = {}): CoveredWords {
  const covered = coverForModel({ story: story as Scrubbed, ...more }, {}, ALL, 'llm_domestic')
  if (!covered) throw new Error('What was agreed to does not cover the words.')
  return covered
}
