import { render } from 'preact'

import { Widget } from './Widget.tsx'
import { createConversationKeeper } from './keptConversation.ts'
import { widgetTexts } from './texts.ts'
import css from './widget.css'
import { readWidgetOptions } from './widgetOptions.ts'

const { currentScript } = document
if (currentScript instanceof HTMLScriptElement) mount(currentScript)

/** Puts the widget on the page, in a shadow root: the page's styles stay out and ours stay in. */
function mount(script: HTMLScriptElement): void {
  const { baseUrl, language, isOpen, title } = readWidgetOptions(script, document.documentElement.lang)
  const host = document.createElement('sori-widget')
  host.lang = language
  const root = host.attachShadow({ mode: 'open' })
  // A constructed sheet is not an inline style, which many hospitals' pages forbid.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  const texts = widgetTexts[language]
  const keeper = createConversationKeeper(() => sessionStorage)
  const props = { baseUrl, language, texts, keeper, title: title ?? texts.title, isOpenAtFirst: isOpen }
  render(<Widget {...props} />, root)
  if (document.body) document.body.append(host)
  else document.addEventListener('DOMContentLoaded', () => document.body.append(host))
}
