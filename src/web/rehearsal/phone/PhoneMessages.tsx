import type { PhoneMessage } from 'kakao-chatbot-skill-sdk/simulator'

import { formatClock } from '../formatTime.ts'
import { texts } from '../texts.ts'
import { useStickToEnd } from '../useStickToEnd.ts'
import { Bubble } from './Bubble.tsx'

type Props = {
  readonly user: string
  readonly channelName: string
  readonly messages: readonly PhoneMessage[]
  /** An answer is on its way. */
  readonly isWaiting: boolean
  readonly onTap: (label: string, message: number) => void
}

/** The chat, the newest in sight. */
export function PhoneMessages({ user, channelName, messages, isWaiting, onTap }: Props) {
  const list = useStickToEnd<HTMLDivElement>(user, `${messages.length} ${isWaiting}`)
  return (
    <div
      ref={list}
      class="phone-messages"
      data-testid="kakao-messages"
      role="log"
      tabIndex={0}
      aria-label={texts.phone.messages}
    >
      {messages.length === 0 && <p class="phone-empty">{texts.phone.empty}</p>}
      {messages.map((message, index) =>
        message.from === 'user' ? (
          <div key={index} class="own">
            <time>{formatClock(message.at)}</time>
            <p class="bubble">
              <span class="unseen">{texts.phone.own}: </span>
              {message.text}
            </p>
          </div>
        ) : (
          <div key={index} class="theirs">
            <b>{channelName}</b>
            {message.outputs.map((output, place) => (
              <Bubble key={place} output={output} onTap={(label) => onTap(label, index)} />
            ))}
            <time>{formatClock(message.at)}</time>
          </div>
        ),
      )}
      {isWaiting && (
        <div class="theirs">
          <p class="bubble dots">
            <span class="unseen">{texts.phone.waiting}</span>
            <i /> <i /> <i />
          </p>
        </div>
      )}
    </div>
  )
}
