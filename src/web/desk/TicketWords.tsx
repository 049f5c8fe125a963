import type { TicketPage as Page } from '../../http/desk/ticketPage.ts'
import { type Texts, useTexts } from './texts.ts'

/** What the person said, in their own words, and who they are. */
export function TicketWords({ page }: { readonly page: Page }) {
  const texts = useTexts()
  const { content } = page
  return (
    <section class="card" aria-labelledby="words-title">
      <h2 id="words-title">
        {content.kind === 'callback' ? texts.ticket.callback : texts.ticket.story}{' '}
        <span class="quiet">{texts.type[page.type]}</span>
      </h2>
      <p class="words" lang={page.language}>
        {content.story}
      </p>
      <dl class="facts">
        {facts(page, texts).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class={value === undefined ? 'quiet' : ''}>{value ?? texts.ticket.notGiven}</dd>
          </div>
        ))}
      </dl>
      {page.isMasked && <p class="quiet">{texts.ticket.masked}</p>}
      {!page.isReachable && <p class="notice">{texts.ticket.anonymous}</p>}
      <p class="quiet small">{texts.ticket.sightLogged}</p>
    </section>
  )
}

function facts({ content, language }: Page, texts: Texts): readonly (readonly [string, string | undefined])[] {
  const { ticket } = texts
  const when = content.when && [content.when.text, [content.when.date, content.when.time].filter(Boolean).join(' ')]
  return [
    [ticket.when, when && `${when[0] ?? ''} (${when[1] ?? ''})`],
    [ticket.where, content.where],
    [ticket.wish, content.wish],
    [ticket.name, content.name],
    [ticket.phone, content.phone],
    ...(content.goodTime === undefined ? [] : [[ticket.goodTime, content.goodTime] as const]),
    ...(content.relation === undefined ? [] : [[ticket.relation, ticket[content.relation]] as const]),
    [ticket.language, ticket[language]],
  ]
}
