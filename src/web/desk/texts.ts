import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

import { desk as enCards } from '../../../locales/en/desk.ts'
import { deskPage as en } from '../../../locales/en/deskPage.ts'
import { desk as koCards } from '../../../locales/ko/desk.ts'
import { deskPage as ko } from '../../../locales/ko/deskPage.ts'

type Words = Pick<(typeof enCards)['card'], 'urgency' | 'state' | 'type' | 'category'>

/** Every sentence of the page in one language; urgencies, states and subjects are called what Slack's cards call them. */
export type Texts = typeof en & Words & { readonly language: 'ko' | 'en' }

/** The page speaks Korean until somebody chooses otherwise. */
export const TEXTS: Readonly<Record<Texts['language'], Texts>> = {
  ko: { ...ko, ...wordsOf(koCards.card), language: 'ko' },
  en: { ...en, ...wordsOf(enCards.card), language: 'en' },
}

export const TextsContext = createContext<Texts>(TEXTS.ko)

/** The sentences of the language chosen. */
export function useTexts(): Texts {
  return useContext(TextsContext)
}

/** Fills the `{{holes}}` of a sentence. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(values[name] ?? ''))
}

function wordsOf({ urgency, state, type, category }: Words): Words {
  return { urgency, state, type, category }
}
