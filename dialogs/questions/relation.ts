import type { Relation } from '../../src/tickets/ticket.ts'
import type { QuestionSpec } from '../question.ts'
import { normalise, readLabel } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

const RELATIONS = ['parent', 'guardian', 'family', 'other'] as const satisfies readonly Relation[]
type Asked = (typeof RELATIONS)[number]

/**
 * On whose behalf somebody writes. What is answered about a patient's care depends on it (의료법 §19①, §21②). Whoever
 * taps "legal guardian" states it; staff look at proof before they answer on content.
 */
export const relation: QuestionSpec<Asked> = {
  id: 'contact.patient',
  ask: (turn) => ({ text: say(turn)('relation.ask'), offers: offers(turn) }),
  read(turn, choice, misses) {
    const value = choice ?? readLabel(turn.reply.heard, offers(turn)) ?? readTyped(turn.reply.heard)
    const known = RELATIONS.find((one) => one === value)
    if (known) return { ok: true, value: known }
    return misses > 0 ? { ok: true, value: 'other' } : { ok: false, problem: 'relation.retry' }
  },
}

function offers(turn: Turn) {
  const t = say(turn)
  return RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))
}

function readTyped(text: string): Asked | undefined {
  const said = normalise(text)
  if (/법정대리인|legalguardian/.test(said)) return 'parent'
  if (
    /남편|아내|배우자|아들|딸|형제|자매|누나|언니|오빠|동생|손자|손녀|며느리|사위|가족|family|husband|wife|son|daughter/.test(
      said,
    )
  ) {
    return 'family'
  }
  return /간병|보호자|carer/.test(said) ? 'guardian' : undefined
}
