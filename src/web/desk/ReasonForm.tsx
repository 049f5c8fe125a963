import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

import { type Texts, useTexts } from './texts.ts'

const MAX_NOTE_LENGTH = 100

type Reason = keyof Texts['decision']['reasons']

type Props = {
  readonly reasons: readonly Reason[]
  readonly isBusy: boolean
  /** What the button says that cannot be taken back. */
  readonly confirm: string
  /** `note` is there with the reason `other` alone. */
  readonly onGive: (reason: Reason, note: string | undefined) => void
  readonly onCancel: () => void
  /** What the decision comes to, shown before it is confirmed. */
  readonly children: ComponentChildren
}

/** Asks for a reason and a confirmation. Nothing is chosen beforehand. */
export function ReasonForm({ reasons, isBusy, confirm, onGive, onCancel, children }: Props) {
  const texts = useTexts()
  const [reason, setReason] = useState<Reason>()
  const [note, setNote] = useState('')
  const isOther = reason === 'other'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (reason !== undefined) onGive(reason, isOther ? note : undefined)
      }}
    >
      <fieldset>
        <legend>{texts.decision.why}</legend>
        {reasons.map((one, index) => (
          <label class="choice" key={one}>
            <input
              type="radio"
              name="reason"
              required
              autofocus={index === 0}
              checked={reason === one}
              onChange={() => setReason(one)}
            />
            {texts.decision.reasons[one]}
          </label>
        ))}
      </fieldset>
      {isOther && (
        <div>
          <label for="reason-note">{texts.reveal.other}</label>
          <input
            id="reason-note"
            required
            maxLength={MAX_NOTE_LENGTH}
            aria-describedby="reason-hint"
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
          <p class="quiet" id="reason-hint">
            {texts.reveal.otherHint}
          </p>
        </div>
      )}
      {children}
      <div class="buttons">
        <button type="submit" class="main" disabled={isBusy || reason === undefined || (isOther && note.trim() === '')}>
          {confirm}
        </button>
        <button type="button" disabled={isBusy} onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  )
}
