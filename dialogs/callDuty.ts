import { createIncidentNumber } from '../src/tickets/ticketNumber.ts'
import type { CrisisKind } from '../src/tickets/vocabulary.ts'
import { incidentLately } from './hearOut.ts'
import type { Turn } from './turn.ts'

/**
 * Notes a danger for those on duty, and calls them; one over the house's budget shares a call with others, and is on the
 * desk page all the same.
 */
export async function callDuty(turn: Turn, crisis: CrisisKind): Promise<void> {
  const { ports, session, effects } = turn
  const way = await ports.takeDangerPage({ isKnown: session.isDurable })
  const at = ports.now()
  const number = createIncidentNumber(at, ports.randomInt)
  const { channel, language } = session
  const follows = incidentLately(turn)?.number
  effects.push({ kind: 'incident', incident: { number, crisis, channel, language, at, follows } })
  if (way !== 'folded') effects.push({ kind: 'page', incident: number, isSummary: way === 'summary' })
  turn.session = { ...session, incident: { number, at: at.getTime(), isPaged: way !== 'folded' } }
}
