import type { types as slack } from '@slack/bolt'

import { say } from '../say.ts'

export const INCIDENT_VIEW = 'incident_view'

/** The button under a page: it leads to the danger on the desk page. */
export function pageButton(incident: string): slack.KnownBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: INCIDENT_VIEW,
        text: { type: 'plain_text', text: say('desk.page.open') },
        style: 'danger',
        value: JSON.stringify({ n: incident, r: 0 }),
      },
    ],
  }
}
