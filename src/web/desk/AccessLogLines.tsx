import { useState } from 'preact/hooks'

import type { AccessLogLine, AccessLogLines as Lines } from '../../http/desk/accessLogRoutes.ts'
import { actorName, fieldText, reasonText } from './accessLogTexts.ts'
import type { DeskApi } from './deskApi.ts'
import { dayAndTime } from './formatTime.ts'
import { Loaded } from './Loaded.tsx'
import { fill, type Texts, useTexts } from './texts.ts'
import { useFocus } from './useFocus.ts'
import { useLoaded } from './useLoaded.ts'

type Props = {
  readonly api: DeskApi
  readonly month: string
  /** Only this person's lines; absent: everybody's. */
  readonly who: string | undefined
}

/** The lines of a month, those worth a second look first, a page at a time. */
export function AccessLogLines({ api, month, who }: Props) {
  const texts = useTexts()
  const heading = useFocus()
  const [page, setPage] = useState(1)
  const query = new URLSearchParams({ page: String(page), ...(who === undefined ? {} : { who }) })
  const loaded = useLoaded<Lines>(api, `api/access-log/${month}/lines?${query.toString()}`)
  return (
    <section class="log" aria-labelledby="log-title">
      <a class="back" href={`#log/${month}`}>
        ← {texts.log.title} {month}
      </a>
      <h1 id="log-title" ref={heading} tabIndex={-1}>
        {texts.log.title} {month}
      </h1>
      <Loaded loaded={loaded}>
        {({ lines, page, pages }) => (
          <>
            <h2>{titleOf(who, lines[0], texts)}</h2>
            <ol class="history card">
              {lines.map((line) => (
                <LogLine key={line.sequence} line={line} />
              ))}
            </ol>
            <nav class="buttons" aria-label={fill(texts.log.page, { page, pages })}>
              <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
                {texts.log.newer}
              </button>
              <span class="quiet">{fill(texts.log.page, { page, pages })}</span>
              <button type="button" disabled={page >= pages} onClick={() => setPage(page + 1)}>
                {texts.log.older}
              </button>
            </nav>
          </>
        )}
      </Loaded>
    </section>
  )
}

function LogLine({ line }: { readonly line: AccessLogLine }) {
  const texts = useTexts()
  const { log } = texts
  return (
    <li>
      <span class="quiet">{dayAndTime(line.at, texts.language)}</span> <b>{actorName(line.who, line.name, texts)}</b>{' '}
      {log[line.action]}
      {line.field !== undefined && `: ${fieldText(line.field, texts)}`}
      {line.ticketNumber !== undefined && <span class="number"> {line.ticketNumber}</span>}
      {line.reason !== undefined && (
        <p>
          <span class="quiet">{log.why}:</span> {reasonText(line.reason, texts)}
        </p>
      )}
      <p class="quiet">{[log.surface[line.surface], line.address].filter(Boolean).join(' · ')}</p>
      {line.unusual.length > 0 && (
        <p class="notice warn">{line.unusual.map((kind) => log.unusualKinds[kind]).join(' · ')}</p>
      )}
    </li>
  )
}

function titleOf(who: string | undefined, first: AccessLogLine | undefined, texts: Texts): string {
  if (who === undefined) return texts.log.allLines
  return fill(texts.log.lines, { name: actorName(who, first?.name, texts) })
}
