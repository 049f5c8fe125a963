import type { ArrivedSms } from '../../../rehearsal/sms/createSmsStandIn.ts'
import { formatClock } from '../formatTime.ts'
import { LinkedText } from '../phone/LinkedText.tsx'
import { texts } from '../texts.ts'

/** The text messages that arrived: the newest in one line with its code or link, the others behind it. */
export function SmsDrawer({ messages }: { readonly messages: readonly ArrivedSms[] }) {
  const newest = messages.at(-1)
  if (newest === undefined)
    return (
      <p class="drawer-line">
        <b>{texts.sms.heading}</b> {texts.sms.none}
      </p>
    )
  const code = /\b\d{6}\b/.exec(newest.text)?.[0]
  return (
    <details class="drawer" data-testid="texts">
      <summary>
        <b>
          {texts.sms.heading} {messages.length}
        </b>{' '}
        {newest.to} {code !== undefined && <code data-testid="sms-code">{code}</code>}
        <time>{formatClock(newest.at)}</time>
      </summary>
      <ol class="drawer-body">
        {messages.toReversed().map((message) => (
          <li key={`${message.at} ${message.to}`}>
            <b>{message.to}</b> <time>{formatClock(message.at)}</time>
            <p>
              <LinkedText text={message.text} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
