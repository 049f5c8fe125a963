import type { IncidentRow } from '../../http/desk/incidentRoutes.ts'
import type { DeskApi } from './deskApi.ts'
import { dayAndTime } from './formatTime.ts'
import { fill, useTexts } from './texts.ts'
import { useLoaded } from './useLoaded.ts'

/** The dangers of the last week, for those on duty; nothing where there are none. */
export function IncidentList({ api }: { readonly api: DeskApi }) {
  const texts = useTexts()
  const { reply } = useLoaded<{ readonly incidents: readonly IncidentRow[] }>(api, 'api/incidents')
  if (!reply?.ok || reply.value.incidents.length === 0) return null
  return (
    <section class="incidents" aria-labelledby="incidents-title">
      <h2 id="incidents-title">{texts.incident.title}</h2>
      <ul class="tickets">
        {reply.value.incidents.map(({ number, at, opened }) => (
          <li key={number}>
            <a class="month-row" href={`#${number}`}>
              <span class="chip critical">{texts.urgency.critical}</span>
              <span class="number">{number}</span>
              <span>{dayAndTime(at, texts.language)}</span>
              <span class={opened ? 'quiet' : 'pressing'}>
                {opened
                  ? fill(texts.incident.opened, { by: opened.by ?? '–', time: dayAndTime(opened.at, texts.language) })
                  : texts.incident.notOpened}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
