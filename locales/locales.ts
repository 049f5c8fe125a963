import { createInstance } from 'i18next'

import type { Language } from '../src/tickets/ticket.ts'
import { en } from './en.ts'
import { ko } from './ko.ts'
import { easy } from './ko/easy.ts'

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** Names one sentence, such as `menu.greeting`. A key that does not exist does not compile. */
export type MessageKey = Leaves<typeof ko>

export type MessageValues = Readonly<Record<string, string | number>>

/** How difficult the words are. Easy ones are there for Korean; other languages have one level. */
export type Level = 'standard' | 'easy'

/** What i18next calls easy Korean. */
const EASY_KOREAN = 'easy'

const i18n = createInstance()
// Values are shown as plain text, never as HTML, so nothing is escaped here.
void i18n.init({
  lng: 'ko',
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { ko: { translation: ko }, en: { translation: en }, [EASY_KOREAN]: { translation: easy } },
})

/** The sentence of that key in a language, with its `{{holes}}` filled. Where nothing is easier, the standard one. */
export function translate(
  language: Language,
  key: MessageKey,
  values: MessageValues = {},
  level: Level = 'standard',
): string {
  const isEasy = level === 'easy' && language === 'ko'
  return i18n.t(key, { lngs: isEasy ? [EASY_KOREAN, language] : [language], ...values })
}

/** A function that speaks one language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

/** Binds {@link translate} to one language. */
export function speak(language: Language): Translate {
  return (key, values) => translate(language, key, values)
}
