import type { AccessLogMonths } from '../../http/desk/accessLogRoutes.ts'
import { AccessLogLines } from './AccessLogLines.tsx'
import { AccessLogMonth } from './AccessLogMonth.tsx'
import type { DeskApi } from './deskApi.ts'
import { dayAndTime } from './formatTime.ts'
import { Loaded } from './Loaded.tsx'
import { fill, useTexts } from './texts.ts'
import { useFocus } from './useFocus.ts'
import { useLoaded } from './useLoaded.ts'

type Props = {
  readonly api: DeskApi
  /** Below `#log`: nothing, a month, or a month, `lines` and perhaps who. */
  readonly place: readonly string[]
}

/** The privacy officer's review of who saw what, month by month. */
export function AccessLog({ api, place }: Props) {
  const [month, lines, who] = place
  if (month === undefined) return <Months api={api} />
  if (lines === undefined) return <AccessLogMonth key={month} api={api} month={month} />
  return <AccessLogLines key={place.join('/')} api={api} month={month} who={who} />
}

function Months({ api }: { readonly api: DeskApi }) {
  const texts = useTexts()
  const heading = useFocus()
  const loaded = useLoaded<AccessLogMonths>(api, 'api/access-log')
  return (
    <section class="log" aria-labelledby="log-title">
      <h1 id="log-title" ref={heading} tabIndex={-1}>
        {texts.log.title}
      </h1>
      <p class="quiet">{texts.log.about}</p>
      <Loaded loaded={loaded}>
        {({ months }) =>
          months.length === 0 ? (
            <p class="card quiet">{texts.log.empty}</p>
          ) : (
            <ul class="tickets">
              {months.map(({ month, finished }) => (
                <li key={month}>
                  <a class="month-row" href={`#log/${month}`}>
                    <span class="number">{month}</span>
                    <span class={finished ? 'quiet' : 'pressing'}>
                      {finished
                        ? fill(texts.log.done, { by: finished.by, time: dayAndTime(finished.at, texts.language) })
                        : texts.log.notDone}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
