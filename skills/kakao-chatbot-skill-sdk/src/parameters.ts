import * as z from 'zod/mini'
import { parseJson } from './parseJson.ts'
import { tolerant } from './schemas/tolerant.ts'

/** A day that somebody named (`sys.date`). */
export interface DateParameter {
  /** `YYYY-MM-DD`, always a day that exists. */
  readonly date: string
  readonly year: number
  readonly month: number
  readonly day: number
  /** Kakao's own word for it, such as `yesterday`. */
  readonly dateTag: string | undefined
  readonly dateHeadword: string | undefined
}

/** A number that somebody named (`sys.number`), with its unit where Kakao heard one. */
export interface NumberParameter {
  readonly amount: number
  readonly unit: string | undefined
}

/** An entry of `detailParams`: what was said, and what Kakao made of it. */
export interface ParameterDetail {
  readonly origin: string | undefined
  /** As text or parsed JSON; read it on with `readDate` and the like. */
  readonly value: unknown
  readonly groupName: string | undefined
}

/** Some bots get this in place of a parameter that was not filled: the name of its entity. */
const entityName = /^@?sys(?:\.[a-z_]+)+$/iu

const text = tolerant(z.string())
const numeric = tolerant(z.union([z.number(), z.string()]))
const dateSchema = z.object({
  date: text,
  year: numeric,
  month: numeric,
  day: numeric,
  dateTag: text,
  dateHeadword: text,
})
const numberSchema = z.object({ amount: z.union([z.number(), z.string()]), unit: text })
const detailSchema = z.object({ origin: text, value: z.optional(z.unknown()), groupName: text })

/**
 * A parameter of any entity: parsed where Kakao put JSON into a text, else the text as it is.
 * `undefined` where it was not filled, also where Kakao sent the entity's own name (`sys.date`).
 */
export const readEntity = (value: unknown): unknown => {
  if (typeof value !== 'string') return value ?? undefined
  const trimmed = value.trim()
  if (trimmed === '' || entityName.test(trimmed)) return undefined
  if (!/^[[{]/u.test(trimmed)) return trimmed
  return parseJson(trimmed) ?? trimmed
}

/** A plain text parameter (`sys.text`, `sys.location`, an entity of the bot's own), trimmed; `undefined` where not filled. */
export const readText = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || readEntity(value) === undefined) return undefined
  return value.trim()
}

const toNumber = (value: string | number | undefined): number | undefined => {
  if (value === undefined || value === '') return undefined
  const number = typeof value === 'number' ? value : Number(value.trim().replaceAll(',', '') || Number.NaN)
  return Number.isFinite(number) ? number : undefined
}

const partsOf = (date: string): readonly (string | undefined)[] =>
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(date.trim())?.slice(1) ?? []

const isCalendarDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A `sys.date` parameter, also where only `YYYY-MM-DD` arrived; `undefined` where it is no day of the calendar. */
export const readDate = (value: unknown): DateParameter | undefined => {
  const entity = readEntity(value)
  const reading = z.safeParse(dateSchema, typeof entity === 'string' ? { date: entity } : entity)
  if (!reading.success) return undefined
  const { date, dateTag, dateHeadword, ...named } = reading.data
  const given = date === undefined ? [named.year, named.month, named.day] : partsOf(date)
  const [year, month, day] = given.map(toNumber)
  if (year === undefined || month === undefined || day === undefined || !isCalendarDay(year, month, day))
    return undefined
  const iso = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
  return { date: iso, year, month, day, dateTag, dateHeadword }
}

/** A `sys.number` parameter, also where only digits arrived; `undefined` where it is no number. */
export const readNumber = (value: unknown): NumberParameter | undefined => {
  const entity = readEntity(value)
  const isBare = typeof entity === 'string' || typeof entity === 'number'
  const reading = z.safeParse(numberSchema, isBare ? { amount: entity } : entity)
  const amount = toNumber(reading.data?.amount)
  return amount === undefined ? undefined : { amount, unit: reading.data?.unit }
}

/** An entry of `detailParams`; `undefined` where there is none (the live channel sometimes sends `{}` alone). */
export const readDetail = (value: unknown): ParameterDetail | undefined => {
  const reading = z.safeParse(detailSchema, value)
  if (!reading.success) return undefined
  const { origin, groupName } = reading.data
  return { origin, value: readEntity(reading.data.value), groupName }
}
