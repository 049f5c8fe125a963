import { useState } from 'preact/hooks'

import type { DeskApi } from './deskApi.ts'
import { MaskedWords } from './Masked.tsx'
import { useTexts } from './texts.ts'
import type { Reveal } from './useReveal.ts'
import { useWriting } from './useWriting.ts'

type Props = {
  readonly api: DeskApi
  /** The ticket's own path. */
  readonly path: string
  readonly tokens: readonly string[]
  readonly reveal: Reveal
}

/** A summary or a translation by the hospital's language model, beside the words it was made of. */
export function ReadingHelp({ api, path, tokens, reveal }: Props) {
  const { help } = useTexts()
  const { offers, busy, hasFailed, write } = useWriting(api, path)
  const [text, setText] = useState<string>()
  const kind = offers?.translation ? 'translation' : 'summary'
  if (!offers?.[kind]) return null

  return (
    <div class="machine" aria-live="polite">
      {text === undefined ? (
        <button
          type="button"
          disabled={busy !== undefined}
          onClick={() => void write(kind).then((written) => setText(written?.text))}
        >
          {busy === undefined ? help[kind] : help.busy}
        </button>
      ) : (
        <>
          <h3>{help.title[kind]}</h3>
          <p class="words" lang="ko">
            <MaskedWords text={text} tokens={tokens} reveal={reveal} />
          </p>
          <p class="quiet small">{help.byModel}</p>
        </>
      )}
      {hasFailed && <p class="notice warn">{help.failed}</p>}
    </div>
  )
}
