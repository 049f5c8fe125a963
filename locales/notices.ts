import type { PublishedNotices } from '../src/consent/noticeBook.ts'
import { notices as en } from './en/notices.ts'
import { notices as ko } from './ko/notices.ts'

/** The notices in every language; each version says the same in all of them. */
export const publishedNotices: PublishedNotices = { ko, en }
