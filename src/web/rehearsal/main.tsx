import { render } from 'preact'

import type { RehearsalSettings } from '../../rehearsal/page/rehearsalHtml.ts'
import footerCss from './footer/footer.css'
import pageCss from './page.css'
import phoneCss from './phone/phone.css'
import { RehearsalApp } from './RehearsalApp.tsx'
import slackCss from './slack/slack.css'
import websiteCss from './website/website.css'

const root = document.querySelector('#rehearsal')
if (root) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync([pageCss, phoneCss, websiteCss, slackCss, footerCss].join('\n'))
  document.adoptedStyleSheets = [sheet]
  const settings: RehearsalSettings = JSON.parse(document.querySelector('#settings')?.textContent ?? '{}')
  render(<RehearsalApp settings={settings} />, root)
}
