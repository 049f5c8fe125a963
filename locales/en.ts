import { conversation } from './en/conversation.ts'
import { desk } from './en/desk.ts'
import { notices } from './en/notices.ts'
import type { ko } from './ko.ts'
import type { Messages } from './messages.ts'

/** English, complete: a sentence that is missing does not compile. */
export const en: Messages<typeof ko> = { ...conversation, notices, desk }
