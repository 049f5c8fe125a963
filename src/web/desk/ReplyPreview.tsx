import type { TicketPage as Page } from '../../http/desk/ticketPage.ts'
import { useTexts } from './texts.ts'
import { useFocus } from './useFocus.ts'

type Props = {
  readonly asRead: string
  readonly language: Page['language']
  readonly isSending: boolean
  readonly onEdit: () => void
  readonly onSend: () => void
}

/** What the person will read, to the letter, before it is sent. */
export function ReplyPreview({ asRead, language, isSending, onEdit, onSend }: Props) {
  const { reply } = useTexts()
  const heading = useFocus()
  return (
    <section class="card" aria-labelledby="preview-title">
      <h2 id="preview-title" ref={heading} tabIndex={-1}>
        {reply.previewTitle}
      </h2>
      <p class="quiet">{reply.previewHint}</p>
      <p class="words sent" lang={language}>
        {asRead}
      </p>
      <div class="buttons">
        <button type="button" class="main" disabled={isSending} onClick={onSend}>
          {isSending ? reply.sending : reply.send}
        </button>
        <button type="button" disabled={isSending} onClick={onEdit}>
          {reply.edit}
        </button>
      </div>
    </section>
  )
}
