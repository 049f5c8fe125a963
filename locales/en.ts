import { conversation } from './en/conversation.ts'
import { desk } from './en/desk.ts'
import { rights } from './en/rights.ts'
import { guardian, relation } from './en/guardian.ts'
import type { ko } from './ko.ts'
import type { Messages } from './messages.ts'

/** English, complete: a sentence that is missing does not compile. */
export const en: Messages<typeof ko> = { ...conversation, desk, guardian, relation, rights }
