/** A clock time: minutes since midnight, and the words that said it. */
type Clock = { readonly minutes: number; readonly length: number }

const KOREAN =
  /^[\s,(]*(?:에|의|날)?\s?(?<part>새벽|아침|오전|점심|낮|오후|저녁|밤)?(?:에|쯤)?\s?(?<hour>\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열한|열두|열)\s?시(?!간)\s?(?:(?<half>반)|(?<minute>\d{1,2})\s?분)?\s?(?:쯤|경|정도|즈음)?/
const DIGITAL =
  /^[\s,(]*(?:at\s)?(?<part>오전|오후|새벽|아침|저녁|밤)?\s?(?<hour>\d{1,2}):(?<minute>\d{2})\s?(?<half>am|pm)?(?!\d)/i
const ENGLISH =
  /^[\s,]*(?:at\s|around\s|about\s)*(?<hour>\d{1,2})(?::(?<minute>\d{2}))?\s?(?<part>am|pm|a\.m\.|p\.m\.|o'clock)/i
const PART_ONLY =
  /^[\s,]*(?:에\s)?(?:새벽|아침|오전|점심\s?(?:때|시간)?|낮|오후|저녁\s?(?:때|시간)?|밤|morning|afternoon|evening|night)(?:(?![가-힣]{2})|(?=이에요|이었|입니다|이요|쯤|무렵))/i
const HOURS: Readonly<Record<string, number>> = {
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
  열한: 11,
  열두: 12,
}
const NOON = 12

/** Reads the clock time at the start of a text, which follows a day; undefined where there is none. */
export function readTime(text: string): Clock | undefined {
  const match = KOREAN.exec(text) ?? DIGITAL.exec(text) ?? ENGLISH.exec(text)
  const { part, hour, half, minute } = match?.groups ?? {}
  if (match === null || hour === undefined) return undefined
  const hours = HOURS[hour] ?? Number(hour)
  const minutes = half === '반' ? 30 : Number(minute ?? 0)
  if (hours > 24 || minutes > 59) return undefined
  return { minutes: inDay(hours, part ?? half) * 60 + minutes, length: match[0].trimEnd().length }
}

/** How many characters of a part of the day ("저녁") stand at the start of a text. */
export function partOfDayLength(text: string): number {
  return PART_ONLY.exec(text)?.[0].length ?? 0
}

/** Without a part of the day, hours from one to seven are taken as afternoon: hospitals see people by day. */
function inDay(hours: number, part: string | undefined): number {
  if (hours >= 13) return hours % 24
  if (/오전|아침|새벽|am|a\.m/i.test(part ?? '')) return hours % NOON
  if (part === '밤') return hours === NOON ? 0 : hours >= 6 ? hours + NOON : hours
  if (/오후|저녁|낮|점심|pm|p\.m/i.test(part ?? ''))
    return hours === NOON || (part === '낮' && hours >= 9) ? hours : hours + NOON
  return hours <= 7 ? hours + NOON : hours
}
