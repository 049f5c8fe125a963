import { useState } from 'preact/hooks'

import type { TicketPage as Page } from '../../http/desk/ticketPage.ts'
import type { Decision } from './RightsDecision.tsx'
import { fill, type Texts, useTexts } from './texts.ts'

/** What a button on the page does; the last part of its route. */
export type Step = 'claim' | 'release' | 'note' | 'resolve' | 'answer' | Decision

type Props = {
  readonly page: Page
  readonly isBusy: boolean
  /** @returns whether it was done */
  readonly onStep: (step: Step, body?: object) => Promise<boolean>
}

/** The steps that can be taken now. Those that cannot be taken back ask once more. */
export function Actions({ page, isBusy, onStep }: Props) {
  const texts = useTexts()
  const [asking, setAsking] = useState<'release' | 'resolve' | 'note'>()
  const { may } = page

  async function take(step: Step, body?: object): Promise<void> {
    if (await onStep(step, body)) setAsking(undefined)
  }

  return (
    <section class="card" aria-labelledby="actions-title">
      <h2 id="actions-title">{texts.action.title}</h2>
      <Situation page={page} />
      {asking === undefined && (
        <div class="buttons">
          {may.claim && (
            <button type="button" class="main" disabled={isBusy} onClick={() => void take('claim')}>
              {texts.action.claim}
            </button>
          )}
          {(['note', 'release', 'resolve'] as const).map(
            (step) =>
              may[step] && (
                <button type="button" key={step} disabled={isBusy} onClick={() => setAsking(step)}>
                  {texts.action[step]}
                </button>
              ),
          )}
        </div>
      )}
      {(asking === 'release' || asking === 'resolve') && (
        <Sure
          step={asking}
          texts={texts}
          isBusy={isBusy}
          onSure={() => void take(asking)}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === 'note' && (
        <NoteForm
          isBusy={isBusy}
          onSave={(text, key) => void take('note', { text, key })}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </section>
  )
}

function Situation({ page }: { readonly page: Page }) {
  const { action } = useTexts()
  const { assignee } = page
  if (page.may.claim) return <p>{action.claimToAnswer}</p>
  if (assignee?.name !== undefined && !assignee.isMe) return <p>{fill(action.heldBy, { name: assignee.name })}</p>
  return null
}

type SureProps = {
  readonly step: 'release' | 'resolve'
  readonly texts: Texts
  readonly isBusy: boolean
  readonly onSure: () => void
  readonly onCancel: () => void
}

function Sure({ step, texts, isBusy, onSure, onCancel }: SureProps) {
  return (
    <div role="group" aria-labelledby="sure-text">
      <p id="sure-text">{step === 'release' ? texts.action.releaseSure : texts.action.resolveSure}</p>
      <div class="buttons">
        <button type="button" class="main" autofocus disabled={isBusy} onClick={onSure}>
          {texts.action[step]}
        </button>
        <button type="button" disabled={isBusy} onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </div>
  )
}

type NoteProps = {
  readonly isBusy: boolean
  readonly onSave: (text: string, key: string) => void
  readonly onCancel: () => void
}

function NoteForm({ isBusy, onSave, onCancel }: NoteProps) {
  const texts = useTexts()
  const [text, setText] = useState('')
  // One key per form: pressing again after a lost answer leaves one note.
  const [key] = useState(() => crypto.randomUUID())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(text, key)
      }}
    >
      <label for="note">{texts.note.label}</label>
      <p class="quiet" id="note-hint">
        {texts.note.hint}
      </p>
      <textarea
        id="note"
        rows={3}
        maxLength={3000}
        required
        autofocus
        aria-describedby="note-hint"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="buttons">
        <button type="submit" class="main" disabled={isBusy || text.trim() === ''}>
          {texts.note.save}
        </button>
        <button type="button" disabled={isBusy} onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  )
}
