import { useState } from 'preact/hooks'

import type { SeenChannel, SeenWorkspace } from '../../../rehearsal/slack/state/seen.ts'
import { texts } from '../texts.ts'
import { useStickToEnd } from '../useStickToEnd.ts'
import { ChannelList } from './ChannelList.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { MessageView } from './MessageView.tsx'
import { Modal } from './Modal.tsx'
import { SlackComposer } from './SlackComposer.tsx'
import { SlackContext } from './slackClient.ts'
import { newestTs, timelineOf } from './timeline.ts'
import { useSlackClient } from './useSlackClient.ts'

type Props = {
  readonly state: SeenWorkspace
  /** Slack user id of the person one acts as. */
  readonly me: string
  readonly slackUrl: string
  readonly workspace: string
}

/** Channels, the messages of one of them, and the modal or question that lies over them. */
export function SlackWindow({ state, me, slackUrl, workspace }: Props) {
  const { client, question, answerQuestion, problem } = useSlackClient(slackUrl, me, state)
  const [shownId, setShownId] = useState('')
  const [readUpTo, setReadUpTo] = useState<Readonly<Record<string, string>>>({})
  const [threadTs, setThreadTs] = useState<string>()
  const [dismissed, setDismissed] = useState<readonly string[]>([])

  const person = state.users.find((user) => user.id === me)
  const channels = [...state.channels.filter((one) => one.members.includes(me)), ...(person?.dm ? [person.dm] : [])]
  const channel = channels.find(({ id }) => id === shownId) ?? channels[0]
  const view = person?.views.at(-1)
  const entries = channel
    ? timelineOf(channel, person?.ephemerals.filter(({ ts }) => !dismissed.includes(ts)) ?? [])
    : []
  const list = useStickToEnd<HTMLOListElement>(`${me} ${channel?.id}`, state)

  const isUnread = (one: SeenChannel): boolean => one.id !== channel?.id && newestTs(one) > (readUpTo[one.id] ?? '')
  const show = (id: string): void => {
    // The channel that is left has been read to its end.
    if (channel) setReadUpTo((all) => ({ ...all, [channel.id]: newestTs(channel) }))
    setThreadTs(undefined)
    setShownId(id)
  }

  return (
    <SlackContext.Provider value={client}>
      <div class="slack">
        <div class="slack-room" inert={view !== undefined || question !== undefined}>
          <ChannelList {...{ workspace, channels, isUnread }} shownId={channel?.id ?? ''} onShow={show} />
          {channel && (
            <div class="slack-channel">
              <h3>{channel.kind === 'dm' ? texts.slack.direct : `# ${channel.name}`}</h3>
              <ol ref={list} class="slack-messages" tabIndex={0} aria-label={channel.name}>
                {entries.length === 0 && <li class="slack-empty">{texts.slack.empty}</li>}
                {entries.map((entry) => (
                  <MessageView
                    key={entry.message.ts}
                    channel={channel.id}
                    entry={entry}
                    appUserId={state.app.userId}
                    onReply={setThreadTs}
                    onDismiss={(ts) => setDismissed((all) => [...all, ts])}
                  />
                ))}
              </ol>
              {problem !== undefined && (
                <p class="slack-problem" role="alert">
                  {problem}
                </p>
              )}
              <SlackComposer
                key={channel.id}
                channel={channel}
                threadTs={threadTs}
                onLeaveThread={() => setThreadTs(undefined)}
              />
            </div>
          )}
        </div>
        {view?.type === 'modal' && <Modal key={view.id} view={view} />}
        {question && <ConfirmDialog question={question} onAnswer={answerQuestion} />}
      </div>
    </SlackContext.Provider>
  )
}
