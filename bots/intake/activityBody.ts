import type { Activity } from 'botbuilder'

import type { ActivityBody, Choice } from '../../src/conversations/session.ts'
import { tapValueSchema } from './tapValue.ts'

/** What a bot's activity says, apart from ids and addresses: the form it is written and replayed in. */
export function toActivityBody(activity: Partial<Activity>): ActivityBody {
  const choices = (activity.suggestedActions?.actions ?? []).flatMap(toChoice)
  return {
    type: 'message',
    text: activity.text ?? '',
    ...(choices.length > 0 ? { suggestedActions: choices } : {}),
    ...(activity.channelData ? { channelData: { ...activity.channelData } } : {}),
  }
}

function toChoice(action: { title: string; value?: unknown }): Choice[] {
  const parsed = tapValueSchema.safeParse(action.value)
  if (!parsed.success) return []
  const { prompt, choice, nonce } = parsed.data
  return [{ label: action.title, value: choice, prompt, ...(nonce === undefined ? {} : { nonce }) }]
}
