import { seoulDay } from '../hospital/workingCalendar.ts'
import type { Language } from '../tickets/ticket.ts'
import type { ReceiptPurpose } from './consent.ts'
import type { NoticeDocument } from './notice.ts'

/** Every version ever published, oldest first. None is taken out: receipts name them for years. */
export type PublishedNotices = Readonly<Record<Language, Readonly<Record<ReceiptPurpose, readonly NoticeDocument[]>>>>

/** Looks up notices. */
export type NoticeBook = {
  /** The newest version that holds on that day; before the first day of all, the first. */
  current(purpose: ReceiptPurpose, language: Language, now: Date): NoticeDocument
  /** The version a receipt or a link names; undefined for one that was never published. */
  find(purpose: ReceiptPurpose, language: Language, version: string): NoticeDocument | undefined
}

/** Opens the book of the notices that were published. */
export function createNoticeBook(published: PublishedNotices): NoticeBook {
  return {
    current(purpose, language, now) {
      const versions = published[language][purpose]
      const today = seoulDay(now)
      const found = versions.findLast(({ effectiveFrom }) => effectiveFrom <= today) ?? versions[0]
      if (!found) throw new Error(`No notice of ${purpose} was published in ${language}.`)
      return found
    },
    find: (purpose, language, version) => published[language][purpose].find((one) => one.version === version),
  }
}
