import type { Session } from '../conversations/session.ts'
import type { DataKey } from './encryption/sealing.ts'
import { sealJson } from './sealedJson.ts'
import { placeOf } from './sealedPlaces.ts'

/** The columns that follow from a session: itself, sealed, and what must be known of it without opening it. */
export function sessionColumns(key: DataKey, session: Session) {
  return {
    state: sealJson(key, session, placeOf.session(session.conversationId)),
    unfinished: session.prompt !== undefined || Object.keys(session.draft).length > 0,
    last_turn_at: new Date(session.lastTurnAt),
  }
}
