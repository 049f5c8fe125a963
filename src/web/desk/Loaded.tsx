import type { ComponentChildren } from 'preact'

import { problemText } from './problemText.ts'
import { useTexts } from './texts.ts'
import type { LoadedValue } from './useLoaded.ts'

type Props<T> = { readonly loaded: LoadedValue<T>; readonly children: (value: T) => ComponentChildren }

/** What was loaded; until then that it is coming, or why it is not and a way to try again. */
export function Loaded<T>({ loaded: { reply, load }, children }: Props<T>) {
  const texts = useTexts()
  if (reply === undefined) return <p class="quiet">{texts.loading}</p>
  if (reply.ok) return <>{children(reply.value)}</>
  return (
    <div class="notice bad">
      <p role="alert">{problemText(reply.code, texts)}</p>
      <button type="button" onClick={load}>
        {texts.retry}
      </button>
    </div>
  )
}
