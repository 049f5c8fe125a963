import type { KnownBlock, ModalView } from '@slack/web-api'

/** A card with a claim button, a link and a menu. */
export const card = (value = 'V26-7KQ4MZ3'): KnownBlock[] => [
  { type: 'section', text: { type: 'mrkdwn', text: '*A card*' } },
  {
    type: 'actions',
    block_id: 'act',
    elements: [
      { type: 'button', action_id: 'claim', text: { type: 'plain_text', text: 'Claim' }, value },
      { type: 'button', action_id: 'view', text: { type: 'plain_text', text: 'View' }, url: 'https://desk.example/t' },
      { type: 'static_select', action_id: 'urgency', options: [option('high'), option('low')] },
    ],
  },
]

const option = (value: string) => ({ text: { type: 'plain_text' as const, text: value }, value })

/** A modal with a text field and a menu. */
export const modal = (title = 'Reply', fields: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'reply',
  title: { type: 'plain_text', text: title },
  submit: { type: 'plain_text', text: 'Send' },
  private_metadata: 'V26-7KQ4MZ3',
  blocks: [
    {
      type: 'input',
      block_id: 'text',
      label: { type: 'plain_text', text: 'Text' },
      element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 100 },
    },
    {
      type: 'input',
      block_id: 'department',
      optional: true,
      dispatch_action: true,
      label: { type: 'plain_text', text: 'Department' },
      element: { type: 'static_select', action_id: 'department', options: [option('nursing'), option('facility')] },
    },
  ],
  ...fields,
})
