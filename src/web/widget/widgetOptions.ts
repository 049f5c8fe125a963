import type { WidgetLanguage } from './texts.ts'

/** What a site sets on the script tag. */
export type WidgetOptions = {
  /** Where the script came from, and where Direct Line answers. */
  readonly baseUrl: string
  /** `data-lang`, or the page's language; Korean where that is neither Korean nor English. */
  readonly language: WidgetLanguage
  /** `data-open="true"`: the chat is open when the page is. */
  readonly isOpen: boolean
  /** `data-title`: the name above the chat. */
  readonly title: string | undefined
}

/** Reads the options of the widget's own script tag. */
export function readWidgetOptions(script: HTMLScriptElement, pageLanguage: string): WidgetOptions {
  const { lang, open, title } = script.dataset
  return {
    baseUrl: new URL(script.src).origin,
    language: (lang ?? pageLanguage).toLowerCase().startsWith('en') ? 'en' : 'ko',
    isOpen: open === 'true' || open === '',
    title: title?.trim() || undefined,
  }
}
