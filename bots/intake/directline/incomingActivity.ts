import { z } from 'zod'

import { wireId, wireLocale, wireText } from './wireText.ts'

const maxTextChars = 10_000

const tapSchema = z.object({ prompt: wireId, choice: wireText(256), nonce: wireId.nullish() })

const commonSchema = z.object({
  from: z.object({ id: wireText(128).nullish() }).nullish(),
  locale: wireLocale.nullish(),
  channelData: z.object({ clientActivityID: wireId.nullish() }).nullish(),
})

const messageSchema = commonSchema
  .extend({
    type: z.literal('message'),
    text: wireText(maxTextChars).nullish(),
    value: tapSchema.nullish(),
    attachments: z.array(z.unknown()).nullish(),
  })
  .refine(saysSomething, { path: ['text'], message: 'a message needs a text, a value or an attachment' })

/** What a client may post: Bot Framework activities, of which only what the bot uses is kept. */
export type IncomingActivity = z.infer<typeof incomingActivitySchema>

/** Activities as clients post them. Buttons of the old kind (`postBack`, `imBack`) post text as `value`: it counts as typed. */
export const incomingActivitySchema = z.preprocess(
  withValueAsText,
  z.discriminatedUnion('type', [
    messageSchema,
    commonSchema.extend({ type: z.literal('event'), name: wireText(256).nullish() }),
    commonSchema.extend({ type: z.literal('conversationUpdate') }),
    commonSchema.extend({ type: z.literal('typing') }),
  ]),
)

function saysSomething(message: {
  text?: unknown
  value?: unknown
  attachments?: readonly unknown[] | null | undefined
}) {
  const hasText = typeof message.text === 'string' && message.text.trim() !== ''
  return hasText || Boolean(message.value) || Boolean(message.attachments?.length)
}

function withValueAsText(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('value' in body) || typeof body.value !== 'string') return body
  const { value, ...activity } = body
  return 'text' in activity && activity.text ? activity : { ...activity, text: value }
}
