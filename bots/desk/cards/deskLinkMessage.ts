import type { types as slack } from '@slack/bolt'

import { say } from '../say.ts'

/** Slack tells the app when a link is opened as well; this press needs no answer. */
export const OPEN_LINK_ACTION = 'desk_open'

/** What one person is shown to open the desk page with a link of their own. */
export function deskLinkMessage(url: string, why: 'view' | 'write'): { text: string; blocks: slack.KnownBlock[] } {
  const text = say(`desk.link.${why}`)
  return {
    text,
    blocks: [
      { type: 'section', text: { type: 'plain_text', text } },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: OPEN_LINK_ACTION,
            text: { type: 'plain_text', text: say('desk.link.open') },
            style: 'primary',
            url,
          },
        ],
      },
    ],
  }
}
