import type { HistoryLine, TicketPage as Page } from '../../http/desk/ticketPage.ts'
import { dayAndTime } from './formatTime.ts'
import { type Texts, useTexts } from './texts.ts'

/** What was done, by whom and when; latest first. */
export function TicketHistory({ history }: Pick<Page, 'history'>) {
  const texts = useTexts()
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">{texts.history.title}</h2>
      <ol class="history">
        {[...history].reverse().map((line) => (
          <li key={`${line.at}${line.action}`}>
            <span class="quiet">{dayAndTime(line.at, texts.language)}</span> <b>{texts.history[line.action]}</b>{' '}
            <span>{actorName(line, texts)}</span>
            {/* The answer has a place of its own. */}
            {line.text !== undefined && line.action !== 'answered' && <p class="words note">{line.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function actorName({ by }: HistoryLine, texts: Texts): string {
  return by.kind === 'staff' ? (by.name ?? texts.history.formerStaff) : texts.history[by.kind]
}
