import type { Activity } from 'botbuilder'
import { z } from 'zod'

import type { ActivityBody, Choice } from '../../src/conversations/session.ts'
import { tapValueSchema } from './tapValue.ts'

const receiptCard = z.object({
  title: z.string(),
  facts: z.array(z.object({ key: z.string(), value: z.string() })).min(1),
})
const linkCard = z.object({
  buttons: z.tuple([z.object({ type: z.literal('openUrl'), title: z.string(), value: z.string() })]),
})

/** What a bot's activity says, apart from ids and addresses: the form it is written and replayed in. */
export function toActivityBody(activity: Partial<Activity>): ActivityBody {
  const link = findLink(activity)
  const receipt = findReceipt(activity)
  const choices = (activity.suggestedActions?.actions ?? []).flatMap(toChoice)
  return {
    type: 'message',
    text: activity.text ?? '',
    ...(choices.length > 0 ? { suggestedActions: choices } : {}),
    ...(link ? { link } : {}),
    ...(receipt ? { receipt } : {}),
    ...(activity.channelData ? { channelData: { ...activity.channelData } } : {}),
  }
}

function toChoice(action: { title: string; value?: unknown }): Choice[] {
  const parsed = tapValueSchema.safeParse(action.value)
  if (!parsed.success) return []
  const { prompt, choice, nonce } = parsed.data
  return [{ label: action.title, value: choice, prompt, ...(nonce === undefined ? {} : { nonce }) }]
}

function findReceipt({ attachments }: Partial<Activity>): ActivityBody['receipt'] {
  const parsed = receiptCard.safeParse(attachments?.[0]?.content)
  if (!parsed.success) return undefined
  const { title, facts } = parsed.data
  return { title, facts: facts.map(({ key, value }) => ({ name: key, value })) }
}

// A hero card with one button is how Bot Framework writes a link.
function findLink({ attachments }: Partial<Activity>): ActivityBody['link'] {
  const parsed = linkCard.safeParse(attachments?.[0]?.content)
  if (!parsed.success) return undefined
  const [{ title, value }] = parsed.data.buttons
  return { label: title, url: value }
}
