import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

import type { ChatState } from './chat.ts'
import { isAwaitingAnswer } from './chatItems.ts'
import type { Saying } from './directLineClient.ts'
import { Message } from './Message.tsx'
import type { WidgetTexts } from './texts.ts'

export type MessageLogProps = {
  readonly state: ChatState
  readonly texts: WidgetTexts
  readonly onResend: (saying: Saying) => void
  /** What stands below the last message. */
  readonly children: ComponentChildren
}

/** An answer that takes longer is not on its way; dots would promise it. */
const longestWaitMs = 30_000

/** Everything that was said, the newest in sight, and read out as it comes. */
export function MessageLog({ state, texts, onResend, children }: MessageLogProps) {
  const log = useRef<HTMLDivElement>(null)
  const isWaiting = useWaiting(state)

  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [state.items, isWaiting])

  return (
    <div ref={log} class="log" tabIndex={0} role="log" aria-live="polite" aria-label={texts.conversation}>
      {state.items.map((item) => (
        <Message key={item.id} item={item} texts={texts} onResend={onResend} />
      ))}
      {isWaiting && (
        <div class="dots">
          <span class="unseen">{texts.waiting}</span>
          <i /> <i /> <i />
        </div>
      )}
      {children}
    </div>
  )
}

/** Whether an answer can be expected any moment. */
function useWaiting({ items, connection, isTyping }: ChatState): boolean {
  const [isOverdue, setOverdue] = useState(false)
  const isWaiting = connection === 'online' && (isTyping || isAwaitingAnswer(items))
  useEffect(() => {
    setOverdue(false)
    if (!isWaiting) return undefined
    const timer = setTimeout(() => setOverdue(true), longestWaitMs)
    return () => clearTimeout(timer)
  }, [isWaiting, items.length])
  return isWaiting && !isOverdue
}
