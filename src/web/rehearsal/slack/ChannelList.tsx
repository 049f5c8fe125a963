import type { SeenChannel } from '../../../rehearsal/slack/state/seen.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly workspace: string
  readonly channels: readonly SeenChannel[]
  readonly shownId: string
  readonly isUnread: (channel: SeenChannel) => boolean
  readonly onShow: (channelId: string) => void
}

/** The channels a person is in, and whether something new is in them. */
export function ChannelList({ workspace, channels, shownId, isUnread, onShow }: Props) {
  return (
    <nav class="channels" aria-label={texts.slack.channels}>
      <p aria-hidden="true">{workspace}</p>
      <ul>
        {channels.map((channel) => (
          <li key={channel.id}>
            <button
              type="button"
              data-testid={`slack-channel-${channel.name}`}
              class={isUnread(channel) ? 'unread' : ''}
              aria-current={channel.id === shownId}
              onClick={() => onShow(channel.id)}
            >
              <span class="channel-name">{channel.kind === 'dm' ? texts.slack.direct : `# ${channel.name}`}</span>
              {isUnread(channel) && (
                <i class="dot">
                  <span class="unseen">{texts.slack.unread}</span>
                </i>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
