import { useState } from 'preact/hooks'

import type { AccessLogMonth as Month } from '../../http/desk/accessLogRoutes.ts'
import { actorName, reasonText } from './accessLogTexts.ts'
import type { DeskApi } from './deskApi.ts'
import { dayAndTime } from './formatTime.ts'
import { Loaded } from './Loaded.tsx'
import { problemText } from './problemText.ts'
import { fill, type Texts, useTexts } from './texts.ts'
import { useFocus } from './useFocus.ts'
import { useLoaded } from './useLoaded.ts'

type Props = { readonly api: DeskApi; readonly month: string }
type Person = Month['people'][number]

const COUNTED = ['seen', 'revealed', 'exported', 'changed', 'destroyed', 'withdrawn'] as const

/** One month: who did how much, what is worth a look first, and the button that ends the review. */
export function AccessLogMonth({ api, month }: Props) {
  const texts = useTexts()
  const heading = useFocus()
  const path = `api/access-log/${month}`
  const loaded = useLoaded<Month>(api, path)
  return (
    <section class="log" aria-labelledby="log-title">
      <a class="back" href="#log">
        ← {texts.log.back}
      </a>
      <h1 id="log-title" ref={heading} tabIndex={-1}>
        {texts.log.title} {month}
      </h1>
      <Loaded loaded={loaded}>
        {(value) => (
          <>
            <Finish api={api} path={path} value={value} onFinished={loaded.load} />
            <h2>{texts.log.people}</h2>
            <ul class="people">
              {value.people.map((person) => (
                <PersonCard key={person.who} person={person} month={month} />
              ))}
            </ul>
            <a class="button" href={`#log/${month}/lines`}>
              {texts.log.showAll}
            </a>
          </>
        )}
      </Loaded>
    </section>
  )
}

type FinishProps = {
  readonly api: DeskApi
  readonly path: string
  readonly value: Month
  readonly onFinished: () => void
}

function Finish({ api, path, value, onFinished }: FinishProps) {
  const texts = useTexts()
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function finish(): Promise<void> {
    const reply = await api('POST', `${path}/review`, {})
    setIsAsking(false)
    setProblem(reply.ok ? undefined : problemText(reply.code, texts))
    if (reply.ok) onFinished()
  }

  return (
    <div class="card">
      <div role="status">{value.finished ? <p>{doneText(value.finished, texts)}</p> : <p>{texts.log.notDone}</p>}</div>
      {problem !== undefined && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {!value.isOver && <p class="quiet">{texts.log.notOver}</p>}
      {value.isOver && !value.finished && !isAsking && (
        <button type="button" class="main" onClick={() => setIsAsking(true)}>
          {texts.log.finish}
        </button>
      )}
      {isAsking && (
        <div role="group" aria-labelledby="finish-sure">
          <p id="finish-sure">{texts.log.finishSure}</p>
          <div class="buttons">
            <button type="button" class="main" autofocus onClick={() => void finish()}>
              {texts.log.finish}
            </button>
            <button type="button" onClick={() => setIsAsking(false)}>
              {texts.cancel}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}

function doneText({ by, at }: NonNullable<Month['finished']>, texts: Texts): string {
  return fill(texts.log.done, { by, time: dayAndTime(at, texts.language) })
}

function PersonCard({ person, month }: { readonly person: Person; readonly month: string }) {
  const texts = useTexts()
  const { counts, tickets, reasons, unusual } = person
  const name = actorName(person.who, person.name, texts)
  const unusualKinds = (Object.keys(unusual) as (keyof typeof unusual)[]).filter((kind) => unusual[kind] > 0)
  return (
    <li class="card">
      <h3>{name}</h3>
      <dl class="glance">
        {COUNTED.filter((action) => counts[action]).map((action) => (
          <div key={action}>
            <dt>{texts.log[action]}</dt>
            <dd>{counts[action]}</dd>
          </div>
        ))}
        <div>
          <dt>{texts.log.tickets}</dt>
          <dd>{tickets}</dd>
        </div>
      </dl>
      <p class={unusualKinds.length > 0 ? 'notice warn' : 'quiet'}>
        {texts.log.unusual}:{' '}
        {unusualKinds.map((kind) => `${texts.log.unusualKinds[kind]} ${String(unusual[kind])}`).join(' · ') ||
          texts.log.nothingUnusual}
      </p>
      {Object.keys(reasons).length > 0 && (
        <p>
          <span class="quiet">{texts.log.reasons}:</span>{' '}
          {Object.entries(reasons)
            .map(([reason, count]) => `${reasonText(reason, texts)} ${String(count)}`)
            .join(' · ')}
        </p>
      )}
      <a href={`#log/${month}/lines/${encodeURIComponent(person.who)}`} aria-label={`${name}: ${texts.log.showLines}`}>
        {texts.log.showLines}
      </a>
    </li>
  )
}
