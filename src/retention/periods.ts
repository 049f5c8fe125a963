import { z } from 'zod'

import { type Period, RETENTION, type RetentionId } from './retention.ts'

/** A period that ends by the clock. */
export type TimedPeriod = Exclude<Period, string>

/**
 * The `retention` section of the hospital file. Nothing may be kept longer than {@link RETENTION} says, which is what the
 * consent notices promise; graver cases not shorter than other ones.
 */
export const retentionSettings = z.object({
  caseYears: z.int().min(1).max(RETENTION.case.period.years).default(RETENTION.case.period.years),
  graveCaseYears: z
    .int()
    .min(RETENTION.case.period.years)
    .max(RETENTION.grave_case.period.years)
    .default(RETENTION.grave_case.period.years),
  inquiryDays: z.int().min(1).max(RETENTION.inquiry.period.days).default(RETENTION.inquiry.period.days),
  praiseContactDays: z
    .int()
    .min(1)
    .max(RETENTION.praise_contact.period.days)
    .default(RETENTION.praise_contact.period.days),
  noticeContactDays: z
    .int()
    .min(1)
    .max(RETENTION.notice_contact.period.days)
    .default(RETENTION.notice_contact.period.days),
})

/** What the daily job destroys by. */
export type JobPeriods = Readonly<
  Record<
    Extract<RetentionId, 'case' | 'grave_case' | 'inquiry' | 'praise_contact' | 'notice_contact' | 'delivery_log'>,
    TimedPeriod
  >
>

/** The periods of this hospital. */
export function periodsOf(settings: z.infer<typeof retentionSettings>): JobPeriods {
  return {
    case: { years: settings.caseYears },
    grave_case: { years: settings.graveCaseYears },
    inquiry: { days: settings.inquiryDays },
    praise_contact: { days: settings.praiseContactDays },
    notice_contact: { days: settings.noticeContactDays },
    delivery_log: RETENTION.delivery_log.period,
  }
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * When something that began at `start` has been kept long enough. Years are calendar years; where the last of them lacks the
 * day, they end with its month (민법 §160③).
 */
export function endOf(start: Date, period: TimedPeriod): Date {
  if ('years' in period) {
    const end = new Date(start)
    end.setUTCFullYear(end.getUTCFullYear() + period.years)
    if (end.getUTCMonth() !== start.getUTCMonth()) end.setUTCDate(0)
    return end
  }
  return new Date(start.getTime() + lengthMs(period))
}

/** The latest start of what has been kept long enough by `now`. */
export function startBefore(now: Date, period: TimedPeriod): Date {
  if ('years' in period) return endOf(now, { years: -period.years })
  return new Date(now.getTime() - lengthMs(period))
}

function lengthMs(period: Exclude<TimedPeriod, { years: number }>): number {
  if ('minutes' in period) return period.minutes * MINUTE_MS
  return 'hours' in period ? period.hours * HOUR_MS : period.days * DAY_MS
}
