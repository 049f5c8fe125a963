import { useEffect, useRef, useState } from 'preact/hooks'

import { fieldName } from './fieldName.ts'
import { fill, useTexts } from './texts.ts'
import type { Reveal, RevealReason } from './useReveal.ts'

const REASONS: readonly RevealReason[] = ['answer', 'identity', 'facts', 'other']
const MAX_NOTE_LENGTH = 100

/** Asks why somebody wants to see one masked value. The reason given last comes first and has the focus. */
export function RevealDialog({ field, reveal }: { readonly field: string; readonly reveal: Reveal }) {
  const texts = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOther, setIsOther] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useEffect(() => dialog.current?.showModal(), [])

  async function give(reason: RevealReason, note = ''): Promise<void> {
    setIsBusy(true)
    const code = await reveal.give(reason, note)
    if (code === undefined) return
    setIsBusy(false)
    setProblem(code === 'offline' ? texts.reveal.offline : texts.reveal.failed)
  }

  const [first = 'answer', ...others] = inOrder(reveal.lastReason)
  return (
    <dialog ref={dialog} aria-labelledby="reveal-title" aria-describedby="reveal-why" onClose={() => reveal.cancel()}>
      <h2 id="reveal-title">{fill(texts.reveal.show, { field: fieldName(field, texts) })}</h2>
      <p id="reveal-why">{texts.reveal.why}</p>
      {problem !== undefined && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {isOther ? (
        <OtherReason isBusy={isBusy} onGive={(note) => void give('other', note)} />
      ) : (
        <div class="choices">
          {[first, ...others].map((reason) => (
            <button
              type="button"
              key={reason}
              class={reason === first ? 'main' : ''}
              autofocus={reason === first}
              disabled={isBusy}
              onClick={() => (reason === 'other' ? setIsOther(true) : void give(reason))}
            >
              {texts.reveal.reasons[reason]}
            </button>
          ))}
        </div>
      )}
      <button type="button" class="plain" onClick={() => dialog.current?.close()}>
        {texts.cancel}
      </button>
    </dialog>
  )
}

function OtherReason({ isBusy, onGive }: { readonly isBusy: boolean; readonly onGive: (note: string) => void }) {
  const texts = useTexts()
  const [note, setNote] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onGive(note)
      }}
    >
      <label for="reveal-note">{texts.reveal.other}</label>
      <input
        id="reveal-note"
        ref={input}
        required
        maxLength={MAX_NOTE_LENGTH}
        aria-describedby="reveal-hint"
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <p class="quiet" id="reveal-hint">
        {texts.reveal.otherHint}
      </p>
      <button type="submit" class="main" disabled={isBusy || note.trim() === ''}>
        {texts.reveal.open}
      </button>
    </form>
  )
}

function inOrder(last: RevealReason | undefined): readonly RevealReason[] {
  return last === undefined ? REASONS : [last, ...REASONS.filter((reason) => reason !== last)]
}
