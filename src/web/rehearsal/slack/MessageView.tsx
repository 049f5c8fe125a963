import type { Block } from '../../../rehearsal/slack/blocks/blockKit.ts'
import { formatClock } from '../formatTime.ts'
import { texts } from '../texts.ts'
import { BlockView } from './BlockView.tsx'
import { useSlack } from './slackClient.ts'
import { SlackText } from './SlackText.tsx'
import type { Entry } from './timeline.ts'

type Props = {
  readonly channel: string
  readonly entry: Entry
  /** Who the app is in this workspace. */
  readonly appUserId: string
  /** Absent in a thread. */
  readonly onReply?: (ts: string) => void
  readonly onDismiss: (ts: string) => void
}

/** A message with its thread, or one that only this person sees. */
export function MessageView({ channel, entry, appUserId, onReply, onDismiss }: Props) {
  const { nameOf } = useSlack()
  const { message } = entry
  const isEphemeral = entry.kind === 'ephemeral'
  const author = entry.kind === 'ephemeral' ? appUserId : entry.message.user
  const isApp = author === appUserId
  const replies = entry.kind === 'message' ? entry.replies : []
  return (
    <li
      class={isEphemeral ? 'slack-message ephemeral' : 'slack-message'}
      data-testid={isEphemeral ? 'slack-ephemeral' : 'slack-message'}
      data-ts={message.ts}
    >
      <span class={isApp ? 'avatar app' : 'avatar'} aria-hidden="true">
        {Array.from(nameOf(author))[0]}
      </span>
      <div class="slack-message-body">
        {isEphemeral && <p class="only-me">{texts.slack.ephemeral}</p>}
        <p class="byline">
          <b>{nameOf(author)}</b>
          {isApp && <span class="badge">{texts.slack.app}</span>}
          <time>{formatClock(Number(message.ts) * 1000)}</time>
        </p>
        <Content channel={channel} ts={message.ts} text={message.text} blocks={message.blocks} />
        {entry.kind === 'message' && entry.message.isEdited && <span class="quiet">{texts.slack.edited}</span>}
        {isEphemeral && (
          <button type="button" class="plain" onClick={() => onDismiss(message.ts)}>
            {texts.slack.dismiss}
          </button>
        )}
        {replies.length > 0 && (
          <ol class="thread">
            {replies.map((reply) => (
              <MessageView
                key={reply.message.ts}
                channel={channel}
                entry={reply}
                appUserId={appUserId}
                onDismiss={onDismiss}
              />
            ))}
          </ol>
        )}
        {!isEphemeral && onReply && (
          <button type="button" class="plain reply" onClick={() => onReply(message.ts)}>
            {texts.slack.reply}
          </button>
        )}
      </div>
    </li>
  )
}

type ContentProps = {
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly blocks: readonly Block[] | undefined
}

/** Slack shows the text of a message only where it has no blocks. */
function Content({ channel, ts, text, blocks }: ContentProps) {
  if (blocks === undefined || blocks.length === 0)
    return (
      <p>
        <SlackText text={{ type: 'mrkdwn', text }} />
      </p>
    )
  return (
    <div class="blocks">
      {blocks.map((block, index) => (
        <BlockView key={block.block_id ?? index} block={block} place={{ channel, ts }} />
      ))}
    </div>
  )
}
