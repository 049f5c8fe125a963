import type { SuggestedAction } from './activity.ts'

export type QuickRepliesProps = {
  readonly choices: readonly SuggestedAction[]
  readonly label: string
  readonly onChoose: (choice: SuggestedAction) => void
}

/** The answers that are offered; they go as soon as one is given. */
export function QuickReplies({ choices, label, onChoose }: QuickRepliesProps) {
  if (choices.length === 0) return null
  return (
    <div class="choices" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.value.choice} class="choice" type="button" onClick={() => onChoose(choice)}>
          {choice.title}
        </button>
      ))}
    </div>
  )
}
