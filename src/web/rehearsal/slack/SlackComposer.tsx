import { useState } from 'preact/hooks'

import { texts } from '../texts.ts'
import { useSlack } from './slackClient.ts'

type Props = {
  readonly channel: { readonly id: string; readonly name: string }
  /** The thread that is written into; absent: the channel. */
  readonly threadTs: string | undefined
  readonly onLeaveThread: () => void
}

/** Where staff type messages, and commands that begin with a slash. */
export function SlackComposer({ channel, threadTs, onLeaveThread }: Props) {
  const { act } = useSlack()
  const [text, setText] = useState('')

  async function send(): Promise<void> {
    const typed = text.trim()
    if (typed === '') return
    setText('')
    if (typed.startsWith('/')) {
      const [command = '', ...words] = typed.split(/\s+/)
      await act({ kind: 'command', command, text: words.join(' '), channel: channel.id })
    } else {
      await act({ kind: 'say', channel: channel.id, text: typed, ...(threadTs === undefined ? {} : { threadTs }) })
    }
  }

  return (
    <form
      class="slack-composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {threadTs !== undefined && (
        <p>
          {texts.slack.replyTo}{' '}
          <button type="button" class="plain" onClick={onLeaveThread}>
            {texts.slack.leaveThread}
          </button>
        </p>
      )}
      <input
        data-testid="slack-input"
        aria-label={texts.slack.message}
        placeholder={threadTs === undefined ? texts.slack.messageHint(channel.name) : texts.slack.reply}
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="slack-button" disabled={text.trim() === ''}>
        {texts.slack.send}
      </button>
    </form>
  )
}
