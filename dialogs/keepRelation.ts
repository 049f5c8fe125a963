import { createHash } from 'node:crypto'

import type { Relation } from '../src/tickets/ticket.ts'
import { makeReceipt } from './notice.ts'
import { relation } from './questions/relation.ts'
import type { Turn } from './turn.ts'

/**
 * Keeps who somebody is to the patient. Whoever says that they are the legal guardian states it (개인정보 보호법 §22의2①),
 * which has a receipt of its own; the text it is a receipt of is the question that says so.
 */
export function keepRelation(turn: Turn, answer: Relation): void {
  turn.learn({ relation: answer })
  if (answer !== 'parent') return
  const { ports, session } = turn
  const statement = { purpose: 'guardian', granted: true, actor: 'guardian', shownAs: 'chat' } as const
  const receipt = makeReceipt(ports, session.channel, { ...statement, language: session.language })
  const noticeHash = createHash('sha256').update(relation.ask(turn).text).digest('hex')
  turn.effects.push({ kind: 'receipt', receipt: { ...receipt, noticeHash } })
}
