import { useEffect, useRef } from 'preact/hooks'

import type { TapValue } from './activity.ts'
import type { Chat, ChatState } from './chat.ts'
import { openChoices } from './chatItems.ts'
import { Composer } from './Composer.tsx'
import { ChatIcon, CloseIcon } from './icons.tsx'
import { MessageLog } from './MessageLog.tsx'
import { newId } from './newId.ts'
import { QuickReplies } from './QuickReplies.tsx'
import type { WidgetTexts } from './texts.ts'

export type ChatPanelProps = {
  readonly state: ChatState
  readonly texts: WidgetTexts
  readonly title: string
  readonly chat: Chat
  /** The person opened it, and wants to be in it. */
  readonly hasFocus: boolean
  readonly onClose: () => void
}

/** The open chat: a heading, what was said, the answers to choose from, and a place to write. */
export function ChatPanel({ state, texts, title, chat, hasFocus, onClose }: ChatPanelProps) {
  const panel = useRef<HTMLElement>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const choices = openChoices(state.items)
  // On a phone a focused field brings up the keyboard, over half of the conversation.
  const focusInside = () => (matchMedia('(pointer: coarse)').matches ? panel : input).current?.focus()
  const say = (text: string, value?: TapValue) => {
    chat.say({ id: newId(), text, value })
    focusInside()
  }

  useEffect(() => {
    if (hasFocus) focusInside()
  }, [])

  return (
    <section
      ref={panel}
      class="panel"
      role="dialog"
      aria-labelledby="title"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
    >
      <div class="header">
        <span class="emblem">
          <ChatIcon />
        </span>
        <div class="heading">
          <h2 id="title">{title}</h2>
          <p>{texts.subtitle}</p>
        </div>
        <button class="icon-button" type="button" aria-label={texts.close} onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      <p class="banner" role="status">
        {state.connection === 'offline' && texts.offline}
        {state.connection === 'connecting' && texts.connecting}
      </p>
      <MessageLog state={state} texts={texts} onResend={(saying) => chat.say(saying)}>
        <QuickReplies
          choices={choices}
          label={texts.choices}
          onChoose={({ title: label, value }) => say(label, value)}
        />
      </MessageLog>
      <Composer inputRef={input} texts={texts} onSend={(text) => say(text)} />
    </section>
  )
}
