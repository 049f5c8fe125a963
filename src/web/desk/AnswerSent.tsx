import { useCallback, useEffect, useState } from 'preact/hooks'

import type { DeliveryLine, TicketPage as Page } from '../../http/desk/ticketPage.ts'
import type { DeskApi } from './deskApi.ts'
import { clock } from './formatTime.ts'
import { useTexts } from './texts.ts'

/** Delivery usually settles within seconds; looking for ever would keep the session alive without anybody there. */
const LOOK_AGAIN_AFTER_MS = [2_000, 5_000, 15_000]

type Props = {
  readonly api: DeskApi
  readonly page: Page
  readonly answer: string
  readonly path: string
}

/** The answer as it went out, and whether it arrived. */
export function AnswerSent({ api, page, answer, path }: Props) {
  const texts = useTexts()
  const [deliveries, setDeliveries] = useState(page.deliveries)
  useEffect(() => setDeliveries(page.deliveries), [page.deliveries])

  const look = useCallback(async () => {
    const reply = await api<{ deliveries: readonly DeliveryLine[] }>('GET', `${path}/deliveries`)
    if (reply.ok) setDeliveries(reply.value.deliveries)
  }, [api, path])

  const isOpen = page.state === 'answered' && deliveries.some(isOnItsWay)
  useEffect(() => {
    const timers = (isOpen ? LOOK_AGAIN_AFTER_MS : []).map((afterMs) => setTimeout(() => void look(), afterMs))
    return () => timers.forEach(clearTimeout)
  }, [isOpen, look])

  const hasFailedAlert = deliveries.some(({ kind, state }) => kind !== 'patient_reply' && state === 'parked')
  return (
    <section class="card" aria-labelledby="answer-title">
      <h2 id="answer-title">{texts.reply.answer}</h2>
      <p class="words sent" lang={page.language}>
        {answer}
      </p>
      <h3>{texts.delivery.title}</h3>
      <div role="status">
        {page.isReachable ? <ReplyState deliveries={deliveries} /> : <p>{texts.delivery.byAsking}</p>}
        {hasFailedAlert && <p class="notice bad">{texts.delivery.slackFailed}</p>}
      </div>
      {isOpen && (
        <button type="button" onClick={() => void look()}>
          {texts.delivery.refresh}
        </button>
      )}
    </section>
  )
}

function isOnItsWay({ kind, state }: DeliveryLine): boolean {
  return kind === 'patient_reply' && ['pending', 'unclear', 'waiting', 'sent'].includes(state)
}

function ReplyState({ deliveries }: Pick<Page, 'deliveries'>) {
  const { delivery } = useTexts()
  const reply = deliveries.findLast(({ kind, state }) => kind === 'patient_reply' && state !== 'superseded')
  if (!reply || reply.state === 'superseded') return <p>{delivery.pending}</p>
  const { state } = reply
  const mood = state === 'delivered' ? 'good' : state === 'parked' ? 'bad' : ''
  return (
    <p class={`notice ${mood}`}>
      <b>{delivery[state]}</b> {clock(reply.at)}
      {state !== 'delivered' && <span class="hint">{delivery[`${state}Hint`]}</span>}
    </p>
  )
}
