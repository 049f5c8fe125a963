import { Overlay } from './Overlay.tsx'
import type { Question } from './slackClient.ts'

type Props = { readonly question: Question; readonly onAnswer: (isYes: boolean) => void }

/** The question some buttons ask first. */
export function ConfirmDialog({ question, onAnswer }: Props) {
  return (
    <Overlay role="alertdialog" testId="slack-confirm" label={question.title} onEscape={() => onAnswer(false)}>
      <h3>{question.title}</h3>
      <p>{question.text}</p>
      <div class="window-foot">
        <button type="button" class="slack-button" data-testid="slack-confirm-no" onClick={() => onAnswer(false)}>
          {question.no}
        </button>
        <button
          type="button"
          class={`slack-button ${question.isDanger ? 'danger' : 'primary'}`}
          data-testid="slack-confirm-yes"
          onClick={() => onAnswer(true)}
        >
          {question.yes}
        </button>
      </div>
    </Overlay>
  )
}
