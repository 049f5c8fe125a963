import { findCrisis } from '../../skills/understanding/findCrisis.ts'
import { findLanguage } from '../../skills/understanding/findLanguage.ts'
import { readable } from '../../skills/understanding/readable.ts'
import type { ActivityBody } from '../../src/conversations/session.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import { createSpeech } from './speech.ts'

type Said = { readonly text: string; readonly locale?: string | undefined }

/**
 * What is said when a turn could not be run, whatever is broken: in danger first whom to call, then to send it again.
 *
 * @param said what the person wrote, and the language of their client
 */
export function apologise(hospital: Hospital, said: Said): readonly ActivityBody[] {
  const speech = speechFor(hospital, said)
  return [...dangerIn(said, speech), { ...speech.apology(), suggestedActions: speech.waysOn() }]
}

/** What is said when a turn takes longer than its channel waits: in danger first whom to call, then how to see the answer. */
export function askForPatience(hospital: Hospital, said: Said): readonly ActivityBody[] {
  const speech = speechFor(hospital, said)
  return [...dangerIn(said, speech), { ...speech.slow(), suggestedActions: speech.waysOnSlowly() }]
}

function speechFor(hospital: Hospital, said: Said) {
  return createSpeech(hospital, { session: { language: languageOf(said), draft: {} } })
}

function dangerIn({ text }: Said, speech: ReturnType<typeof speechFor>): readonly ActivityBody[] {
  const crisis = findCrisis(readable(text)).suspected
  return crisis ? [speech.danger(crisis, text)] : []
}

function languageOf({ text, locale }: Said): 'ko' | 'en' {
  if (text.trim().length >= 2) return findLanguage(text)
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'ko'
}
