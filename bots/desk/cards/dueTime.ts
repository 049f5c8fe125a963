const FALLBACK = new Intl.DateTimeFormat('ko-KR', {
  timeZone: 'Asia/Seoul',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment as Slack's date token, which each reader sees in their own zone; Seoul time where tokens are not drawn. */
export function dueTime(dueAt: Date): string {
  const seconds = Math.floor(dueAt.getTime() / 1000)
  return `<!date^${seconds}^{date_short_pretty} {time}|${FALLBACK.format(dueAt)}>`
}
