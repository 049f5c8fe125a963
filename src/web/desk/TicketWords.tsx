import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

import type { ShownContent } from '../../http/desk/shownContent.ts'
import type { TicketPage as Page } from '../../http/desk/ticketPage.ts'
import type { DeskApi } from './deskApi.ts'
import { dayAndTime } from './formatTime.ts'
import { Masked, MaskedWords } from './Masked.tsx'
import { Photos } from './Photos.tsx'
import { ReadingHelp } from './ReadingHelp.tsx'
import { RevealDialog } from './RevealDialog.tsx'
import { fill, type Texts, useTexts } from './texts.ts'
import { type Reveal, useReveal } from './useReveal.ts'

type Props = {
  readonly api: DeskApi
  readonly page: Page
  /** The ticket's own path. */
  readonly path: string
}

/** What the person said, in their own words, and who they are; each personal datum masked until somebody asks for it. */
export function TicketWords({ api, page, path }: Props) {
  const texts = useTexts()
  const { content } = page
  const reveal = useReveal(api, path)
  const words = useRef<HTMLElement>(null)
  // The button that was pressed is gone; whoever pressed it goes on where it stood.
  useEffect(() => {
    const shown = words.current?.querySelectorAll<HTMLElement>('[data-revealed]') ?? []
    const [first] = [...shown].filter(({ dataset }) => dataset['revealed'] === reveal.lastShown)
    first?.focus()
  }, [reveal.lastShown])

  if (!content) return <Destroyed page={page} />
  return (
    <section class="card" aria-labelledby="words-title" ref={words}>
      <h2 id="words-title">
        {texts.ticket[content.kind]} <span class="quiet">{texts.type[page.type]}</span>
      </h2>
      <p class="words" lang={page.language}>
        <MaskedWords text={content.story} tokens={content.tokens} reveal={reveal} />
      </p>
      <ReadingHelp api={api} path={path} tokens={content.tokens} reveal={reveal} />
      <dl class="facts">
        {facts(content, page, texts, reveal).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class={value === undefined ? 'quiet' : ''}>{value ?? texts.ticket.notGiven}</dd>
          </div>
        ))}
      </dl>
      <Photos photos={page.photos} reveal={reveal} />
      {hasMasked(content) && <p class="quiet">{texts.reveal.masked}</p>}
      <RelationNote relation={content.relation} />
      {content.kind === 'rights' && <p class="notice">{texts.ticket.rightsNote}</p>}
      {!page.isReachable && <p class="notice">{texts.ticket.anonymous}</p>}
      <Withdrawn page={page} />
      <p class="quiet small">{texts.ticket.sightLogged}</p>
      {reveal.asked !== undefined && <RevealDialog key={reveal.asked} field={reveal.asked} reveal={reveal} />}
    </section>
  )
}

function Destroyed({ page }: { readonly page: Page }) {
  const texts = useTexts()
  return (
    <section class="card" aria-labelledby="words-title">
      <h2 id="words-title">{texts.ticket.destroyed}</h2>
      <p>
        {fill(texts.ticket.destroyedAt, {
          time: page.destroyedAt === undefined ? '' : dayAndTime(page.destroyedAt, texts.language),
        })}
      </p>
      <Withdrawn page={page} />
    </section>
  )
}

/** What may be answered to whoever is not the patient. */
function RelationNote({ relation }: Pick<ShownContent, 'relation'>) {
  const { relationNotes } = useTexts().ticket
  if (relation === undefined || relation === 'self') return null
  return <p class="notice">{relation === 'child' ? relationNotes.child : relationNotes.process}</p>
}

function Withdrawn({ page }: { readonly page: Page }) {
  const texts = useTexts()
  return (
    <>
      {page.withdrawn.map(({ purpose, at }) => (
        <p class="notice warn" key={purpose}>
          {fill(texts.ticket.withdrawn, { purpose: texts.purpose[purpose], time: dayAndTime(at, texts.language) })}
        </p>
      ))}
    </>
  )
}

function hasMasked({ name, phone, tokens }: ShownContent): boolean {
  return name !== undefined || phone !== undefined || tokens.length > 0
}

function facts(
  content: ShownContent,
  { language }: Page,
  { ticket }: Texts,
  reveal: Reveal,
): readonly (readonly [string, ComponentChildren])[] {
  const { when, where, wish, goodTime, relation, tokens } = content
  const words = (text: string | undefined): ComponentChildren =>
    text && <MaskedWords text={text} tokens={tokens} reveal={reveal} />
  const masked = (field: 'name' | 'phone'): ComponentChildren =>
    content[field] && <Masked field={field} masked={content[field]} reveal={reveal} />
  return [
    [ticket.when, words(when && `${when.text} (${[when.date, when.time].filter(Boolean).join(' ')})`)],
    [ticket.where, words(where)],
    [ticket.wish, words(wish)],
    [ticket.name, masked('name')],
    [ticket.phone, masked('phone')],
    ...(goodTime === undefined ? [] : [[ticket.goodTime, words(goodTime)] as const]),
    ...(relation === undefined ? [] : [[ticket.relation, ticket.relations[relation]] as const]),
    [ticket.language, ticket[language]],
  ]
}
