import type { Hospital } from '../hospital/hospital.ts'
import type { Language } from '../tickets/ticket.ts'
import type { NoticeValues } from './notice.ts'

/** Somebody outside Korea who works on the hospital's behalf, as 개인정보 보호법 §28의8② asks them to be named. */
export type Processor = Extract<Hospital['slack'], { processing: 'overseas' }>['processor']

/**
 * Who outside Korea receives data. Empty: nothing goes abroad, and nobody is asked about it.
 *
 * @param modelRegion where the configured language model runs; undefined where there is none
 * @throws {Error} when a model abroad is not named in the hospital file
 */
export function findProcessorsAbroad(
  hospital: Hospital,
  modelRegion: 'domestic' | 'overseas' | undefined,
): readonly Processor[] {
  const { slack, languageModel } = hospital
  if (modelRegion === 'overseas' && !languageModel) {
    throw new Error('LLM_REGION is overseas, so the hospital file must name `languageModel.processor` for the notice.')
  }
  return [
    ...(slack.processing === 'overseas' ? [slack.processor] : []),
    ...(modelRegion === 'overseas' && languageModel ? [languageModel.processor] : []),
  ]
}

/** What the notices say of this hospital and of those who work for it abroad. */
export function noticeValuesOf(hospital: Hospital, abroad: readonly Processor[], language: Language): NoticeValues {
  const list = (say: (processor: Processor) => string): string => [...new Set(abroad.map(say))].join(', ')
  const named = (text: (processor: Processor) => string) => (processor: Processor) =>
    abroad.length > 1 ? `${processor.name}: ${text(processor)}` : text(processor)
  return {
    hospital: hospital.name[language],
    phone: hospital.phone,
    visit: hospital.visit[language],
    recipients: list(({ name, contact }) => `${name} · ${contact}`),
    countries: list(({ country }) => country[language]),
    purposes: list(named(({ purpose }) => purpose[language])),
    retentions: list(named(({ retention }) => retention[language])),
  }
}
