import { conversation } from './ko/conversation.ts'
import { desk } from './ko/desk.ts'
import { notices } from './ko/notices.ts'

/** Korean: the language every sentence is written in first. */
export const ko = { ...conversation, notices, desk } as const
