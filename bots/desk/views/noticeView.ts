import type { types as slack } from '@slack/bolt'

import { say } from '../say.ts'

/** A view that only says something: for what cannot be shown beside an input. */
export function noticeView(text: string): slack.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: say('desk.notice.title') },
    close: { type: 'plain_text', text: say('desk.notice.close') },
    blocks: [{ type: 'section', text: { type: 'plain_text', text } }],
  }
}
