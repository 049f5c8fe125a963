import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

import { SendIcon } from './icons.tsx'
import type { WidgetTexts } from './texts.ts'

export type ComposerProps = {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  readonly texts: WidgetTexts
  readonly onSend: (text: string) => void
}

/** The longest text that Direct Line takes. */
const maxChars = 10_000

/** Where the person writes. Enter sends, Shift and Enter starts a line. */
export function Composer({ inputRef, texts, onSend }: ComposerProps) {
  const [text, setText] = useState('')

  useLayoutEffect(() => {
    const input = inputRef.current
    if (!input) return
    input.style.height = 'auto'
    input.style.height = `${input.scrollHeight}px`
  }, [text])

  const send = () => {
    if (text.trim() === '') return
    onSend(text.trim())
    setText('')
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        ref={inputRef}
        rows={1}
        maxLength={maxChars}
        enterkeyhint="send"
        aria-label={texts.input}
        placeholder={texts.placeholder}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While a Korean syllable is being put together, Enter belongs to it.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <button class="send" type="submit" aria-label={texts.send} aria-disabled={text.trim() === ''}>
        <SendIcon />
      </button>
    </form>
  )
}
