import { useCallback, useEffect, useState } from 'preact/hooks'

import type { TicketLine } from '../../http/desk/ticketPage.ts'
import { isRightsRequest } from '../../tickets/states.ts'
import type { DeskApi, Reply } from './deskApi.ts'
import { dayAndTime, timeLeft } from './formatTime.ts'
import { problemText } from './problemText.ts'
import { useTexts } from './texts.ts'
import { useFocus } from './useFocus.ts'

/** The open tickets a person may handle, most urgent first. */
export function TicketList({ api, notice }: { readonly api: DeskApi; readonly notice: string | undefined }) {
  const texts = useTexts()
  const heading = useFocus()
  const [reply, setReply] = useState<Reply<{ tickets: readonly TicketLine[] }>>()
  const load = useCallback(async () => setReply(await api('GET', 'api/tickets')), [api])
  useEffect(() => void load(), [load])

  return (
    <section aria-labelledby="list-title">
      <div class="heading">
        <h1 id="list-title" ref={heading} tabIndex={-1}>
          {texts.list.title}
        </h1>
        <button type="button" onClick={() => void load()}>
          {texts.list.refresh}
        </button>
      </div>
      {notice !== undefined && (
        <p class="notice warn" role="status">
          {notice}
        </p>
      )}
      {reply === undefined && <p class="quiet">{texts.loading}</p>}
      {reply?.ok === false && (
        <p class="notice bad" role="alert">
          {problemText(reply.code, texts)}
        </p>
      )}
      {reply?.ok && reply.value.tickets.length === 0 && <p class="card quiet">{texts.list.empty}</p>}
      {reply?.ok && <Queues tickets={reply.value.tickets} />}
    </section>
  )
}

/** Requests about somebody's own data stand apart, on top: the law gives them ten days. */
function Queues({ tickets }: { readonly tickets: readonly TicketLine[] }) {
  const texts = useTexts()
  const requests = tickets.filter(isRightsRequest)
  const others = tickets.filter((ticket) => !isRightsRequest(ticket))
  return (
    <>
      {requests.length > 0 && <h2>{texts.list.rights}</h2>}
      {requests.length > 0 && <Rows tickets={requests} />}
      {requests.length > 0 && others.length > 0 && <h2>{texts.list.others}</h2>}
      {others.length > 0 && <Rows tickets={others} />}
    </>
  )
}

function Rows({ tickets }: { readonly tickets: readonly TicketLine[] }) {
  return (
    <ul class="tickets">
      {tickets.map((ticket) => (
        <TicketRow key={ticket.number} ticket={ticket} />
      ))}
    </ul>
  )
}

function TicketRow({ ticket }: { readonly ticket: TicketLine }) {
  const texts = useTexts()
  const left = timeLeft(ticket, new Date(), texts)
  const { assignee } = ticket
  return (
    <li>
      <a class="ticket-row" href={`#${ticket.number}`}>
        <span class={`chip ${ticket.urgency}`}>{texts.urgency[ticket.urgency]}</span>
        <span class="number">{ticket.number}</span>
        <span class="row-subject">
          {texts.category[ticket.category]} <span class="quiet">{ticket.department}</span>
        </span>
        <span class={left.isPressing ? 'pressing' : ''}>
          {left.text} <span class="quiet">{dayAndTime(ticket.dueAt, texts.language)}</span>
        </span>
        <span>{texts.state[ticket.state]}</span>
        <span class={assignee ? '' : 'quiet'}>
          {assignee?.isMe ? texts.list.mine : (assignee?.name ?? texts.list.nobody)}
        </span>
      </a>
    </li>
  )
}
