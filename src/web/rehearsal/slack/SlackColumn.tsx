import { useState } from 'preact/hooks'

import type { RehearsalSettings } from '../../../rehearsal/page/rehearsalHtml.ts'
import type { SeenWorkspace } from '../../../rehearsal/slack/state/seen.ts'
import { Column } from '../Column.tsx'
import { texts } from '../texts.ts'
import { useFetched } from '../useFetched.ts'
import { SlackWindow } from './SlackWindow.tsx'

type Props = {
  readonly isChosen: boolean
  readonly settings: RehearsalSettings
  readonly changeCount: number
}

/** The staff's Slack, as the person chosen sees it. */
export function SlackColumn({ isChosen, settings, changeCount }: Props) {
  const { slackUrl, staff } = settings
  const [me, setMe] = useState(staff[0]?.id ?? '')
  const state = useFetched<SeenWorkspace | undefined>(`${slackUrl}/standin/state`, changeCount, undefined)

  const tools = (
    <select
      data-testid="slack-as"
      aria-label={texts.slack.who}
      value={me}
      onChange={(event) => setMe(event.currentTarget.value)}
    >
      {staff.map(({ id, name, place }) => (
        <option key={id} value={id}>
          {name} · {place}
        </option>
      ))}
    </select>
  )
  return (
    <Column id="slack" {...texts.slack} isChosen={isChosen} tools={tools}>
      {state && <SlackWindow state={state} me={me} slackUrl={slackUrl} workspace={settings.hospitalName} />}
    </Column>
  )
}
