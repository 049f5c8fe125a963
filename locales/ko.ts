import { conversation } from './ko/conversation.ts'
import { desk } from './ko/desk.ts'
import { rights } from './ko/rights.ts'
import { guardian, relation } from './ko/guardian.ts'

/** Korean: the language every sentence is written in first. */
export const ko = { ...conversation, desk, guardian, relation, rights } as const
