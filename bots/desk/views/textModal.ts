import type { types as slack } from '@slack/bolt'

import { say } from '../say.ts'
import { type ViewMeta, writeViewMeta } from './viewMeta.ts'

/** Block id and action id of a modal's one text input. */
export const TEXT_INPUT = 'text'

/** What Slack lets a person type into one input, in characters. */
export const INPUT_LIMIT = 3000

/** A modal with one text input. @param draft shown for going on with */
export function textModal(name: 'reply' | 'note', meta: ViewMeta, draft?: string): slack.ModalView {
  return {
    type: 'modal',
    callback_id: `ticket_${name}`,
    private_metadata: writeViewMeta(meta),
    title: plain(say(`desk.${name}.title`)),
    submit: plain(name === 'reply' ? say('desk.reply.preview') : say('desk.note.save')),
    close: plain(say('desk.reply.close')),
    blocks: [
      { type: 'context', elements: [plain(say(`desk.${name}.about`, { number: meta.n }))] },
      {
        type: 'input',
        block_id: TEXT_INPUT,
        label: plain(say(`desk.${name}.label`)),
        hint: plain(say(`desk.${name}.hint`)),
        element: {
          type: 'plain_text_input',
          action_id: TEXT_INPUT,
          multiline: true,
          max_length: INPUT_LIMIT,
          ...(draft ? { initial_value: draft } : {}),
        },
      },
    ],
  }
}

function plain(text: string): slack.PlainTextElement {
  return { type: 'plain_text', text }
}
