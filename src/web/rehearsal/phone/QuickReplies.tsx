import type { QuickReply } from 'kakao-chatbot-skill-sdk'
import { useEffect, useRef } from 'preact/hooks'

import { texts } from '../texts.ts'

type Props = { readonly quickReplies: readonly QuickReply[]; readonly onTap: (label: string) => void }

/** The answers offered below the newest bubble, in one row that scrolls. */
export function QuickReplies({ quickReplies, onTap }: Props) {
  const row = useRef<HTMLDivElement>(null)
  const labels = quickReplies.map(({ label }) => label)
  useEffect(() => row.current?.scrollTo({ left: 0 }), [labels.join('\n')])
  if (labels.length === 0) return null
  return (
    <div ref={row} class="quick-replies" role="group" aria-label={texts.phone.quickReplies}>
      {labels.map((label) => (
        <button key={label} type="button" data-testid="kakao-quick-reply" onClick={() => onTap(label)}>
          {label}
        </button>
      ))}
    </div>
  )
}
