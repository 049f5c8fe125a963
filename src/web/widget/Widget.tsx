import { useEffect, useMemo, useRef, useState } from 'preact/hooks'

import { createChat, type ChatState } from './chat.ts'
import { ChatPanel } from './ChatPanel.tsx'
import { ChatIcon } from './icons.tsx'
import type { ConversationKeeper } from './keptConversation.ts'
import type { WidgetLanguage, WidgetTexts } from './texts.ts'

export type WidgetProps = {
  readonly baseUrl: string
  readonly language: WidgetLanguage
  readonly texts: WidgetTexts
  readonly keeper: ConversationKeeper
  readonly title: string
  readonly isOpenAtFirst: boolean
}

/** The launcher and, once it is opened, the chat. Nothing is sent anywhere before. */
export function Widget({ baseUrl, language, texts, keeper, title, isOpenAtFirst }: WidgetProps) {
  const [state, setState] = useState<ChatState>({ items: [], connection: 'unopened', isTyping: false })
  const [isOpen, setOpen] = useState(keeper.findOpen() ?? isOpenAtFirst)
  // A chat that opens with the page takes nobody's focus.
  const [wasUsed, setWasUsed] = useState(false)
  const [seen, setSeen] = useState(0)
  const launcher = useRef<HTMLButtonElement>(null)
  const chat = useMemo(
    () => createChat({ baseUrl, locale: language, keeper, fetch: fetch.bind(window), onChange: setState }),
    [],
  )

  useEffect(() => {
    if (isOpen || keeper.find()) chat.start()
  }, [isOpen])
  useEffect(() => {
    const retryNow = () => chat.retryNow()
    window.addEventListener('online', retryNow)
    return () => window.removeEventListener('online', retryNow)
  }, [])
  useEffect(() => {
    // What is played back from the page before is no news.
    if (isOpen || seen === 0) setSeen(state.items.length)
  }, [isOpen, state.items.length])
  useEffect(() => {
    if (!isOpen && wasUsed) launcher.current?.focus()
  }, [isOpen])

  const show = (willBeOpen: boolean) => {
    setWasUsed(true)
    setOpen(willBeOpen)
    keeper.keepOpen(willBeOpen)
  }
  if (isOpen) return <ChatPanel {...{ state, texts, title, chat, hasFocus: wasUsed, onClose: () => show(false) }} />
  const hasUnread = state.items.length > seen
  return (
    <button
      ref={launcher}
      class="launcher"
      type="button"
      onClick={() => show(true)}
      aria-label={hasUnread ? texts.openUnread : texts.open}
    >
      <ChatIcon />
      {hasUnread && <span class="unread" />}
    </button>
  )
}
