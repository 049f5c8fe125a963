import { useState } from 'preact/hooks'

import type { SeenMail } from '../../rehearsal/page/seenMail.ts'
import type { RehearsalSettings } from '../../rehearsal/page/rehearsalHtml.ts'
import { FaultDrawer } from './footer/FaultDrawer.tsx'
import type { ArrivedSms } from '../../rehearsal/sms/createSmsStandIn.ts'
import { MailDrawer } from './footer/MailDrawer.tsx'
import { SmsDrawer } from './footer/SmsDrawer.tsx'
import { PhoneColumn } from './phone/PhoneColumn.tsx'
import { SlackColumn } from './slack/SlackColumn.tsx'
import { texts } from './texts.ts'
import { useChanges } from './useChanges.ts'
import { useFetched } from './useFetched.ts'
import { WebsiteColumn } from './website/WebsiteColumn.tsx'

const noMails: readonly SeenMail[] = []
const noTexts: readonly ArrivedSms[] = []
const places = ['phone', 'website', 'slack'] as const

/** The whole page: a patient's phone, the hospital's website and the staff's Slack. */
export function RehearsalApp({ settings }: { readonly settings: RehearsalSettings }) {
  const [chosen, setChosen] = useState<(typeof places)[number]>('phone')
  const page = useChanges('/events')
  const slack = useChanges(`${settings.slackUrl}/standin/events`)
  const mails = useFetched('/mails', page.count, noMails)
  const messages = useFetched('/texts', page.count, noTexts)

  return (
    <>
      <header class="top">
        <h1>
          Sori <span>{texts.title}</span>
        </h1>
        <p>
          {texts.about} <span lang="en">{texts.aboutEn}</span>
        </p>
        {(page.isLost || slack.isLost) && <p role="status">{texts.lost}</p>}
      </header>
      <nav class="places" aria-label={texts.places}>
        {places.map((place) => (
          <button key={place} type="button" aria-current={place === chosen} onClick={() => setChosen(place)}>
            {texts[place].heading}
          </button>
        ))}
      </nav>
      <main class="columns">
        <PhoneColumn isChosen={chosen === 'phone'} hospitalName={settings.hospitalName} changeCount={page.count} />
        <WebsiteColumn isChosen={chosen === 'website'} hospitalName={settings.hospitalName} />
        <SlackColumn isChosen={chosen === 'slack'} settings={settings} changeCount={slack.count} />
      </main>
      <footer class="foot">
        <MailDrawer mails={mails} />
        <SmsDrawer messages={messages} />
        <FaultDrawer slackUrl={settings.slackUrl} />
      </footer>
    </>
  )
}
