import { formatClock, koreanDay } from '../formatTime.ts'
import { texts } from '../texts.ts'

const DAY_MS = 86_400_000

/**
 * A Slack date as someone in Korea reads it (docs.slack.dev/messaging/formatting-message-text#date-formatting).
 *
 * @param seconds since 1970
 * @param now milliseconds since 1970
 */
export function formatSlackDate(seconds: number, format: string, now: number): string {
  const at = seconds * 1000
  return format.replaceAll(/\{(\w+)\}/g, (_hole, name: string) =>
    name.startsWith('time') ? formatClock(at) : formatDay(at, name, now),
  )
}

function formatDay(at: number, name: string, now: number): string {
  const day = koreanDay(at, name.startsWith('date_short') ? 'short' : 'long')
  if (!name.endsWith('_pretty')) return day
  const near = [
    { shift: -1, word: texts.slack.yesterday },
    { shift: 0, word: texts.slack.today },
    { shift: 1, word: texts.slack.tomorrow },
  ].find(({ shift }) => koreanDay(now + shift * DAY_MS, 'long') === koreanDay(at, 'long'))
  return near?.word ?? day
}
