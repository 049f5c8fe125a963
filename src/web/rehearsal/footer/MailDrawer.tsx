import type { SeenMail } from '../../../rehearsal/page/seenMail.ts'
import { formatClock } from '../formatTime.ts'
import { LinkedText } from '../phone/LinkedText.tsx'
import { texts } from '../texts.ts'

/** The mails that arrived: the newest in one line with its sign-in code, the others behind it. */
export function MailDrawer({ mails }: { readonly mails: readonly SeenMail[] }) {
  const newest = mails.at(-1)
  const code = newest && /\b\d{6}\b/.exec(newest.text)?.[0]
  if (newest === undefined)
    return (
      <p class="drawer-line">
        <b>{texts.mail.heading}</b> {texts.mail.none}
      </p>
    )
  return (
    <details class="drawer" data-testid="mails">
      <summary>
        <b>
          {texts.mail.heading} {mails.length}
        </b>{' '}
        {newest.to}
        {code === undefined ? ` · ${newest.subject}` : ` · ${texts.mail.code} `}
        {code !== undefined && <code data-testid="mail-code">{code}</code>}
        <time>{formatClock(newest.at)}</time>
      </summary>
      <ol class="drawer-body">
        {mails.toReversed().map((mail) => (
          <li key={`${mail.at} ${mail.to}`}>
            <b>{mail.subject}</b> <time>{formatClock(mail.at)}</time>
            <p class="quiet">
              {texts.mail.to}: {mail.to}
            </p>
            <p>
              <LinkedText text={mail.text} />
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
