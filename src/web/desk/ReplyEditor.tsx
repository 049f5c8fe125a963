import { useEffect, useMemo, useRef, useState } from 'preact/hooks'

import type { SavedDraft } from '../../http/desk/deskTicketRoutes.ts'
import type { Me } from '../../http/desk/deskSessionRoutes.ts'
import type { TicketPage as Page } from '../../http/desk/ticketPage.ts'
import { holdsBlank } from '../../../skills/writing/holdsBlank.ts'
import { createAutosave, type SaveState } from './autosave.ts'
import type { DeskApi } from './deskApi.ts'
import { DraftHelp } from './DraftHelp.tsx'
import { clock } from './formatTime.ts'
import { fill, useTexts } from './texts.ts'
import { ReplyPreview } from './ReplyPreview.tsx'
import { createUnsavedText } from './unsavedText.ts'

const MAX_LENGTH = 3000

type Props = {
  readonly api: DeskApi
  readonly me: Me
  readonly page: Page
  /** Filled with a function that saves at once, for steps that must not overtake the typing. */
  readonly saveNow: { current: (() => Promise<unknown>) | undefined }
  readonly onPage: (page: Page) => void
  readonly onRefused: (code: string) => Promise<void>
  /** Sends exactly this text. @returns whether it was sent */
  readonly onSend: (text: string) => Promise<boolean>
}

/** Where the answer is written: saved as it is typed, previewed, then sent. */
export function ReplyEditor({ api, me, page, saveNow, onPage, onRefused, onSend }: Props) {
  const texts = useTexts()
  const unsaved = useMemo(() => createUnsavedText(me.id, page.number), [me.id, page.number])
  const [text, setText] = useState(page.draft?.text ?? '')
  const [kept, setKept] = useState(() => differing(unsaved.find(), page.draft?.text))
  const [save, setSave] = useState<SaveState>('saved')
  const [saved, setSaved] = useState<SavedDraft>()
  const [isPreviewing, setIsPreviewing] = useState(false)
  const [isSending, setIsSending] = useState(false)

  const latest = useRef({ page, onPage, onRefused })
  latest.current = { page, onPage, onRefused }

  const autosave = useMemo(() => {
    const put = async (typed: string): Promise<boolean> => {
      const reply = await api<SavedDraft>('PUT', `api/tickets/${encodeURIComponent(page.number)}/draft`, {
        text: typed,
      })
      if (!reply.ok) {
        if (reply.status >= 400 && reply.status < 500 && reply.status !== 401)
          await latest.current.onRefused(reply.code)
        return false
      }
      if (unsaved.find() === typed) unsaved.forget()
      setSaved(reply.value)
      adopt(reply.value)
      return true
    }
    // The first save makes the ticket "drafted": that change is ours. Any other rise of the revision is somebody
    // else's, and stays unknown here so that sending is refused until it was seen.
    const adopt = ({ state, revision }: SavedDraft): void => {
      const { page, onPage } = latest.current
      const isOurs = page.state === 'claimed' && state === 'drafted' && revision === page.revision + 1
      if (isOurs) onPage({ ...page, state, revision })
    }
    return createAutosave(put, setSave)
  }, [api, page.number, unsaved])

  useEffect(() => {
    saveNow.current = () => autosave.flush()
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') void autosave.flush()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      saveNow.current = undefined
      // Leaving for the list must not lose the last words; after a sign-out they stay in `unsaved`.
      void autosave.flush()
      autosave.stop()
    }
  }, [autosave, saveNow])

  function write(typed: string): void {
    setText(typed)
    setKept(undefined)
    unsaved.keep(typed)
    autosave.typed(typed)
  }

  async function showPreview(): Promise<void> {
    autosave.typed(text)
    if (await autosave.flush()) setIsPreviewing(true)
  }

  async function send(sent: string): Promise<void> {
    setIsSending(true)
    const isSent = await onSend(sent)
    setIsSending(false)
    if (isSent) unsaved.forget()
    else setIsPreviewing(false)
  }

  // The preview shows what the server kept, so that what is seen is what is sent.
  if (isPreviewing && saved) {
    return (
      <ReplyPreview
        asRead={saved.asRead}
        language={page.language}
        isSending={isSending}
        onEdit={() => setIsPreviewing(false)}
        onSend={() => void send(saved.text)}
      />
    )
  }
  return (
    <section class="card">
      <h2>
        <label for="reply">{texts.reply.label}</label>
      </h2>
      {kept !== undefined && (
        <div class="notice warn" role="status">
          <p>{texts.reply.keptText}</p>
          <p class="words note">{kept}</p>
          <div class="buttons">
            <button type="button" class="main" onClick={() => write(kept)}>
              {texts.reply.useKept}
            </button>
            <button
              type="button"
              onClick={() => {
                unsaved.forget()
                setKept(undefined)
              }}
            >
              {texts.reply.dropKept}
            </button>
          </div>
        </div>
      )}
      {page.draft?.by.isMe === false && page.draft.by.name !== undefined && (
        <p class="quiet">{fill(texts.reply.draftBy, { name: page.draft.by.name })}</p>
      )}
      <p class="quiet" id="reply-hint">
        {texts.reply.hint}
      </p>
      <DraftHelp
        api={api}
        path={`api/tickets/${encodeURIComponent(page.number)}`}
        onDraft={(draft) => write(text.trim() === '' ? draft : `${text}\n\n${draft}`)}
      />
      <textarea
        id="reply"
        rows={9}
        maxLength={MAX_LENGTH}
        lang={page.language}
        aria-describedby="reply-hint"
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <div class="save-line">
        <span role="status" class={save === 'failed' ? 'pressing' : 'quiet'}>
          {saveText(save, saved?.savedAt ?? page.draft?.at, texts)}
        </span>
        <span class="quiet">{fill(texts.reply.count, { count: text.length, limit: MAX_LENGTH })}</span>
      </div>
      {saved?.hasRemoved === true && (
        <p class="notice warn" role="status">
          {texts.reply.removed}
        </p>
      )}
      {holdsBlank(text) && (
        <p class="notice warn" role="status">
          {texts.help.blank}
        </p>
      )}
      <div class="buttons">
        <button
          type="button"
          class="main"
          disabled={text.trim() === '' || holdsBlank(text)}
          onClick={() => void showPreview()}
        >
          {texts.reply.preview}
        </button>
      </div>
    </section>
  )
}

function saveText(state: SaveState, savedAt: string | undefined, { reply }: ReturnType<typeof useTexts>): string {
  if (state === 'saving') return reply.saving
  if (state === 'failed') return reply.notSaved
  if (state === 'unsaved') return reply.unsaved
  return savedAt === undefined ? '' : fill(reply.saved, { time: clock(savedAt) })
}

function differing(kept: string | undefined, draft: string | undefined): string | undefined {
  return kept === undefined || kept.trim() === '' || kept === draft ? undefined : kept
}
