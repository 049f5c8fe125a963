import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

import type { Me } from '../../http/desk/deskSessionRoutes.ts'
import type { TicketPage as Page } from '../../http/desk/ticketPage.ts'
import { Actions, type Step } from './Actions.tsx'
import { AnswerSent } from './AnswerSent.tsx'
import type { DeskApi } from './deskApi.ts'
import { dayAndTime, timeLeft } from './formatTime.ts'
import { problemText } from './problemText.ts'
import { ReplyEditor } from './ReplyEditor.tsx'
import { isDecision, RightsDecision } from './RightsDecision.tsx'
import { type Texts, useTexts } from './texts.ts'
import { TicketHistory } from './TicketHistory.tsx'
import { TicketWords } from './TicketWords.tsx'
import { useFocus } from './useFocus.ts'

type Message = { readonly isGood: boolean; readonly text: string }

type Props = { readonly api: DeskApi; readonly me: Me; readonly number: string }

/** One ticket: what was said, what was done, and what can be done now. */
export function TicketPage({ api, me, number }: Props) {
  const texts = useTexts()
  const [page, setPage] = useState<Page>()
  const shown = useRef<Page>(undefined)
  const [failure, setFailure] = useState<string>()
  const [message, setMessage] = useState<Message>()
  const [isBusy, setIsBusy] = useState(false)
  const messageBox = useRef<HTMLDivElement>(null)
  const saveDraft = useRef<() => Promise<unknown>>(undefined)
  const path = `api/tickets/${encodeURIComponent(number)}`

  const show = useCallback((next: Page): void => {
    shown.current = next
    setPage(next)
  }, [])
  const load = useCallback(async (): Promise<Page | undefined> => {
    const reply = await api<Page>('GET', path)
    if (reply.ok) show(reply.value)
    setFailure(reply.ok ? undefined : reply.code)
    return reply.ok ? reply.value : undefined
  }, [api, path, show])
  useEffect(() => void load(), [load])

  // What was pressed may be gone, or far from where the message appears.
  useEffect(() => {
    if (document.activeElement === document.body) messageBox.current?.focus()
    if (message) messageBox.current?.scrollIntoView({ block: 'nearest' })
  }, [message])

  // After a refusal the page shows how things are now, and says what came between.
  const refused = useCallback(
    async (code: string): Promise<void> => {
      const fresh = code === 'offline' || code === 'signed_out' ? undefined : await load()
      setMessage({ isGood: false, text: problemText(code, texts, fresh?.assignee?.name) })
    },
    [load, texts],
  )

  async function take(step: Step, body: object = {}): Promise<boolean> {
    setIsBusy(true)
    setMessage(undefined)
    await saveDraft.current?.()
    // Saving the draft may have been a change of our own, which a decision was made in sight of.
    const decided = isDecision(step) ? { ...body, revision: shown.current?.revision } : body
    const reply = await api('POST', `${path}/${step}`, decided)
    if (!reply.ok) await refused(reply.code)
    else {
      await load()
      setMessage({ isGood: true, text: doneText(step, texts) })
    }
    setIsBusy(false)
    return reply.ok
  }

  if (!page) return <Unshown code={failure} onRetry={() => void load()} />
  return (
    <article class="ticket" aria-labelledby="ticket-title">
      <TicketHeading page={page} />
      <div ref={messageBox} tabIndex={-1} role={message?.isGood === false ? 'alert' : 'status'}>
        {message && <p class={`notice ${message.isGood ? 'good' : 'bad'}`}>{message.text}</p>}
      </div>
      <div class="columns">
        <TicketWords api={api} page={page} path={path} />
        <div class="work">
          {page.content && <Actions page={page} isBusy={isBusy} onStep={take} />}
          {(page.may.carryOut || page.may.refuse) && <RightsDecision page={page} isBusy={isBusy} onDecide={take} />}
          {page.may.answer && (
            <ReplyEditor
              key={countDecisions(page)}
              api={api}
              me={me}
              page={page}
              saveNow={saveDraft}
              onPage={show}
              onRefused={refused}
              onSend={async (text) => take('answer', { text, revision: page.revision })}
            />
          )}
          {page.answer !== undefined && <AnswerSent api={api} page={page} answer={page.answer} path={path} />}
        </div>
        <TicketHistory history={page.history} />
      </div>
    </article>
  )
}

function Unshown({ code, onRetry }: { readonly code: string | undefined; readonly onRetry: () => void }) {
  const texts = useTexts()
  if (code === undefined) return <p class="quiet">{texts.loading}</p>
  const sentences: Readonly<Record<string, string>> = {
    not_found: texts.ticket.notFound,
    not_allowed: texts.ticket.notAllowed,
    offline: texts.problem.offline,
  }
  return (
    <section class="card narrow">
      <p role="alert">{sentences[code] ?? texts.ticket.failed}</p>
      <div class="buttons">
        <button type="button" onClick={onRetry}>
          {texts.retry}
        </button>
        <a class="button" href="#">
          {texts.ticket.back}
        </a>
      </div>
    </section>
  )
}

function TicketHeading({ page }: { readonly page: Page }) {
  const texts = useTexts()
  const heading = useFocus()
  const left = timeLeft(page, new Date(), texts)
  const holder = page.assignee?.isMe ? `${page.assignee.name ?? ''} (${texts.ticket.me})` : page.assignee?.name
  return (
    <header class="ticket-heading">
      <a class="back" href="#">
        ← {texts.ticket.back}
      </a>
      <h1 id="ticket-title" ref={heading} tabIndex={-1}>
        {page.number} <span class={`chip ${page.urgency}`}>{texts.urgency[page.urgency]}</span>
      </h1>
      <dl class="glance">
        {page.content && (
          <Fact name={texts.ticket.dueAt}>
            <span class={left.isPressing ? 'pressing' : ''}>{left.text}</span> {dayAndTime(page.dueAt, texts.language)}
          </Fact>
        )}
        <Fact name={texts.ticket.state}>{texts.state[page.state]}</Fact>
        <Fact name={texts.ticket.assignee}>{holder ?? texts.ticket.nobody}</Fact>
        <Fact name={texts.ticket.department}>
          {page.department} · {texts.category[page.category]}
        </Fact>
        <Fact name={texts.ticket.received}>
          {dayAndTime(page.createdAt, texts.language)} · {texts.channel[page.channel]}
        </Fact>
      </dl>
    </header>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

// A decision writes the beginning of the answer: the editor then starts anew, with that.
function countDecisions({ history }: Page): number {
  return history.filter(({ action }) => action === 'carried_out' || action === 'refused').length
}

function doneText(step: Step, { reply, action, decision }: Texts): string {
  if (step === 'answer') return reply.sent
  return isDecision(step) ? decision.done[step] : action.done[step]
}
