import { fieldName } from './fieldName.ts'
import { fill, useTexts } from './texts.ts'
import type { Reveal } from './useReveal.ts'

type MaskedProps = {
  /** `name`, `phone` or a token. */
  readonly field: string
  /** What is shown in its place as long as it is masked; a token says enough by its own name. */
  readonly masked?: string
  readonly reveal: Reveal
}

/** One masked value: a button that asks for it, or the value once it was given. */
export function Masked({ field, masked, reveal }: MaskedProps) {
  const texts = useTexts()
  const value = reveal.values[field]
  if (value !== undefined)
    return (
      <b class="revealed" tabIndex={-1} data-revealed={field}>
        {value}
      </b>
    )
  const show = fill(texts.reveal.show, { field: fieldName(field, texts) })
  return (
    <>
      {masked !== undefined && `${masked} `}
      <button type="button" class="token" aria-haspopup="dialog" onClick={() => reveal.ask(field)}>
        {show}
      </button>
    </>
  )
}

type WordsProps = { readonly text: string; readonly tokens: readonly string[]; readonly reveal: Reveal }

/** Words with a button in the place of each token. */
export function MaskedWords({ text, tokens, reveal }: WordsProps) {
  if (tokens.length === 0) return <>{text}</>
  const pattern = new RegExp(`(${tokens.map(escapePattern).join('|')})`)
  return (
    <>
      {text
        .split(pattern)
        .map((part, place) => (place % 2 === 0 ? part : <Masked key={place} field={part} reveal={reveal} />))}
    </>
  )
}

function escapePattern(token: string): string {
  return token.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
