import type { Activity, SuggestedAction } from './activity.ts'
import type { Saying } from './directLineClient.ts'

/** One thing that stands in the chat. */
export type ChatItem =
  | {
      readonly kind: 'theirs'
      readonly id: string
      readonly text: string
      readonly links: readonly { readonly label: string; readonly url: string }[]
      readonly choices: readonly SuggestedAction[]
    }
  | {
      readonly kind: 'mine'
      readonly id: string
      readonly saying: Saying
      readonly state: 'sending' | 'sent' | 'failed'
    }
  | { readonly kind: 'newConversation'; readonly id: string }

/** Adds what the person just said, before the server has it. */
export function addSaying(items: readonly ChatItem[], saying: Saying): readonly ChatItem[] {
  const others = items.filter(({ id }) => id !== saying.id)
  return [...others, { kind: 'mine', id: saying.id, saying, state: 'sending' }]
}

/** Marks what became of something the person said. What the server has stays sent. */
export function markSaying(items: readonly ChatItem[], id: string, state: 'sent' | 'failed'): readonly ChatItem[] {
  return items.map((item) =>
    item.kind === 'mine' && item.id === id && item.state !== 'sent' ? { ...item, state } : item,
  )
}

/** Adds an activity of the conversation; one that is there already changes nothing. */
export function addActivity(items: readonly ChatItem[], activity: Activity): readonly ChatItem[] {
  if (activity.type !== 'message') return items
  if (activity.from.role === 'user') return addEcho(items, activity)
  if (items.some(({ id }) => id === activity.id)) return items
  const { id, text = '', suggestedActions } = activity
  return [...items, { kind: 'theirs', id, text, links: linksOf(activity), choices: suggestedActions?.actions ?? [] }]
}

function addEcho(
  items: readonly ChatItem[],
  { id: activityId, text = '', channelData }: Activity,
): readonly ChatItem[] {
  const id = channelData?.clientActivityID ?? activityId
  if (items.some((item) => item.id === id)) return markSaying(items, id, 'sent')
  return [...items, { kind: 'mine', id, saying: { id, text }, state: 'sent' }]
}

function linksOf({ attachments = [] }: Activity): { label: string; url: string }[] {
  return attachments
    .flatMap(({ content }) => content?.buttons ?? [])
    .filter(({ type, value }) => type === 'openUrl' && /^https?:\/\//iu.test(value))
    .map(({ title, value }) => ({ label: title, url: value }))
}

/** The choices of the last question, until the person has answered it. */
export function openChoices(items: readonly ChatItem[]): readonly SuggestedAction[] {
  const answered = items.findLastIndex(({ kind }) => kind !== 'theirs')
  const asking = items.slice(answered + 1).findLast((item) => item.kind === 'theirs' && item.choices.length > 0)
  return asking?.kind === 'theirs' ? asking.choices : []
}

/** The person has spoken last, and the bot has yet to answer. */
export function isAwaitingAnswer(items: readonly ChatItem[]): boolean {
  const last = items.at(-1)
  return last?.kind === 'mine' && last.state !== 'failed'
}
