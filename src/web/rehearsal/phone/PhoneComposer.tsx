import { useState } from 'preact/hooks'

import { texts } from '../texts.ts'

/** Where the patient types. Enter sends, Shift and Enter starts a line. */
export function PhoneComposer({ onSend }: { readonly onSend: (text: string) => void }) {
  const [text, setText] = useState('')
  const send = () => {
    if (text.trim() === '') return
    onSend(text.trim())
    setText('')
  }
  return (
    <form
      class="phone-composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        rows={1}
        data-testid="kakao-input"
        aria-label={texts.phone.input}
        placeholder={texts.phone.input}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While a Korean syllable is being put together, Enter belongs to it.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <button type="submit" data-testid="kakao-send" disabled={text.trim() === ''}>
        {texts.phone.send}
      </button>
    </form>
  )
}
