import type { types as slack } from '@slack/bolt'

import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import { say } from '../say.ts'
import { splitText } from '../splitText.ts'
import { hashText } from '../textHash.ts'
import { type ViewMeta, writeViewMeta } from './viewMeta.ts'

/** Shows an answer exactly as it will be sent. Its submit sends that text and no other. */
export function replyPreview(
  meta: Omit<ViewMeta, 'step' | 'h'>,
  text: Scrubbed,
  options: { readonly wasScrubbed: boolean },
): slack.ModalView {
  return {
    type: 'modal',
    callback_id: 'ticket_reply',
    private_metadata: writeViewMeta({ ...meta, step: 'send', h: hashText(text) }),
    title: plain(say('desk.preview.title')),
    submit: plain(say('desk.preview.send')),
    close: plain(say('desk.preview.edit')),
    blocks: [
      { type: 'context', elements: [plain(say('desk.preview.about', { number: meta.n }))] },
      ...(options.wasScrubbed ? [section(say('desk.preview.removed'))] : []),
      ...splitText(text).map(section),
    ],
  }
}

/** Plain text, so that nothing in it turns into a link, a mention or a picture that the patient would not see. */
function section(text: string): slack.SectionBlock {
  return { type: 'section', text: plain(text) }
}

function plain(text: string): slack.PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}
