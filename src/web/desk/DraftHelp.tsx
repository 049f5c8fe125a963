import { useState } from 'preact/hooks'

import type { Written } from '../../http/desk/writingHelp.ts'
import type { DeskApi } from './deskApi.ts'
import { useTexts } from './texts.ts'
import { useWriting } from './useWriting.ts'

type Props = {
  readonly api: DeskApi
  /** The ticket's own path. */
  readonly path: string
  /** Puts a draft into the editor. */
  readonly onDraft: (text: string) => void
}

/** One press puts a draft made of approved sentences into the editor. */
export function DraftHelp({ api, path, onDraft }: Props) {
  const { help } = useTexts()
  const { offers, busy, hasFailed, write } = useWriting(api, path)
  const [by, setBy] = useState<Written['by']>()
  if (!offers?.draft) return null

  async function take(): Promise<void> {
    const written = await write('draft')
    if (!written) return
    setBy(written.by)
    onDraft(written.text)
  }

  return (
    <div class="machine" aria-live="polite">
      {by === undefined ? (
        <button type="button" disabled={busy !== undefined} onClick={() => void take()}>
          {busy === undefined ? help.draft : help.busy}
        </button>
      ) : (
        <p class="quiet">{by === 'model' ? help.draftByModel : help.draftByPhrases}</p>
      )}
      {hasFailed && <p class="notice warn">{help.failed}</p>}
    </div>
  )
}
