import type { ComponentChildren } from 'preact'

import type { IncidentPage as Page } from '../../http/desk/incidentRoutes.ts'
import type { DeskApi } from './deskApi.ts'
import { dayAndTime } from './formatTime.ts'
import { Loaded } from './Loaded.tsx'
import { fill, useTexts } from './texts.ts'
import { useFocus } from './useFocus.ts'
import { useLoaded } from './useLoaded.ts'

type Props = { readonly api: DeskApi; readonly number: string }

/** A danger somebody told of: its kind, where they are and how to call them. */
export function IncidentPage({ api, number }: Props) {
  const texts = useTexts()
  const heading = useFocus()
  const loaded = useLoaded<Page>(api, `api/incidents/${encodeURIComponent(number)}`)
  return (
    <article class="card narrow" aria-labelledby="incident-title">
      <a class="back" href="#">
        ← {texts.ticket.back}
      </a>
      <h1 id="incident-title" ref={heading} tabIndex={-1}>
        {number} <span class="chip critical">{texts.urgency.critical}</span>
      </h1>
      <Loaded loaded={loaded}>{(page) => <IncidentFacts page={page} />}</Loaded>
      <div class="buttons">
        <button type="button" onClick={loaded.load}>
          {texts.list.refresh}
        </button>
      </div>
    </article>
  )
}

function IncidentFacts({ page }: { readonly page: Page }) {
  const texts = useTexts()
  const { incident } = texts
  const { crisis, contact, contactState, opened, follows, ticketNumber } = page
  return (
    <>
      <p class="notice warn">{incident.does[crisis]}</p>
      <dl class="facts">
        <Fact name={incident.kind}>{incident.kinds[crisis]}</Fact>
        <Fact name={incident.at}>{dayAndTime(page.at, texts.language)}</Fact>
        <Fact name={texts.ticket.channel}>
          {texts.channel[page.channel]} · {texts.ticket[page.language]}
        </Fact>
        <Fact name={incident.place}>{contact?.place ?? incident.contactState[contactState]}</Fact>
        <Fact name={incident.phone}>
          {contact?.phone === undefined ? incident.noCall : <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
        </Fact>
        <Fact name={incident.ticket}>
          {ticketNumber === undefined ? incident.noTicket : <a href={`#${ticketNumber}`}>{ticketNumber}</a>}
        </Fact>
        {follows !== undefined && (
          <Fact name={incident.follows}>
            <a href={`#${follows}`}>{follows}</a>
          </Fact>
        )}
      </dl>
      {opened && (
        <p class="quiet">
          {fill(incident.opened, { by: opened.by ?? '–', time: dayAndTime(opened.at, texts.language) })}
        </p>
      )}
      <p class="quiet">{incident.about}</p>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
