import { describe, expect, it } from '@jest/globals'

import { CONSENT_PURPOSES } from '../../src/consent/consent.ts'
import {
  type HeldTicket,
  keptBecause,
  planErasureOfAll,
  planWithdrawal,
  type RightsPlan,
} from '../../src/consent/rights.ts'
import { type Ticket, TICKET_STATES } from '../../src/tickets/ticket.ts'
import { CATEGORIES, CRISIS_KINDS } from '../../src/tickets/vocabulary.ts'
import { exampleTicket } from '../store/examples.ts'

const YES_NO = [true, false] as const
const PURPOSES = CONSENT_PURPOSES

function ticket(part: Partial<Ticket>): Ticket {
  const { content: _content, filingKey: _key, secretHash: _hash, ...known } = exampleTicket()
  return {
    ...known,
    state: 'received',
    revision: 1,
    assignee: undefined,
    answeredAt: undefined,
    destroyedAt: undefined,
    ...part,
  }
}

/** Every kind of ticket there may be, as far as rights are concerned. */
const TICKETS: readonly HeldTicket[] = TICKET_STATES.flatMap((state) =>
  CATEGORIES.flatMap((category) =>
    [undefined, ...CRISIS_KINDS].flatMap((crisis) =>
      YES_NO.flatMap((slackCovered) =>
        YES_NO.map((health): HeldTicket => ({
          ticket: ticket({ state, category, crisis, slackCovered }),
          kind: 'story',
          health,
          phone: health ? '01012345678' : undefined,
        })),
      ),
    ),
  ),
)

const idsOf = (refs: readonly { readonly id: string }[]) => new Set(refs.map(({ id }) => id))

/** What must be true of any plan: nothing is both destroyed and kept, and nothing kept goes further than its number. */
function check(plan: RightsPlan): void {
  const destroyed = idsOf(plan.destroy)
  for (const { id } of plan.keep) expect(destroyed.has(id)).toBe(false)
}

describe.each(YES_NO)('where the hospital is a public body: %s', (publicBody) => {
  it.each(YES_NO)('every consent taken back is followed on every ticket (Slack abroad: %s)', (isSlackAbroad) => {
    for (const purpose of PURPOSES) {
      for (const held of TICKETS) {
        const plan = planWithdrawal(purpose, { tickets: [held], receipts: [] }, { publicBody, isSlackAbroad })
        check(plan)
        const isGone = plan.destroy.length === 1
        const isBare = !held.ticket.slackCovered || plan.bare.length === 1
        const hasNoPhone = held.phone === undefined || plan.forgetContact.length === 1
        if (purpose === 'overseas' && isSlackAbroad) expect(isBare).toBe(true)
        if (purpose === 'contact') expect(hasNoPhone).toBe(true)
        if (purpose === 'health' && held.health) expect(isGone || (plan.keep.length === 1 && isBare)).toBe(true)
        if (purpose === 'health') expect(plan.conversation).toBe('loses_words')
        if (purpose === 'collect') expect(isGone || (plan.keep.length === 1 && isBare && hasNoPhone)).toBe(true)
      }
    }
  })

  it('everything deleted is everything that need not be kept, and the conversation where nothing is', () => {
    const plan = planErasureOfAll({ tickets: TICKETS, receipts: [] }, { publicBody })
    check(plan)
    expect(plan.destroy.length + plan.keep.length).toBe(TICKETS.length)
    expect(plan.conversation).toBe('loses_words')
    const free = TICKETS.filter((held) => keptBecause(held.ticket, { publicBody }) === undefined)
    expect(planErasureOfAll({ tickets: free, receipts: [] }, { publicBody }).conversation).toBe('goes')
  })
})

describe('what is kept for now', () => {
  it.each([
    ['medical_accident', undefined, 'received', 'grave'],
    ['nursing', 'violence_abuse', 'received', 'grave'],
    ['staff_attitude', 'sexual_harassment', 'closed', 'grave'],
    ['medical_care', undefined, 'in_review', 'under_review'],
    ['waiting', undefined, 'claimed', undefined],
    ['waiting', 'self_harm', 'received', undefined],
  ] as const)('%s, %s, %s: %s', (category, crisis, state, because) => {
    expect(keptBecause({ type: 'complaint', category, crisis, state }, { publicBody: false })).toBe(because)
    expect(keptBecause({ type: 'complaint', category, crisis, state }, { publicBody: true })).toBe('public_record')
  })
})

it('a number given for a call stays for that call when being contacted about results is taken back', () => {
  const call: HeldTicket = { ticket: ticket({}), kind: 'callback', health: false, phone: '01012345678' }
  const rules = { publicBody: false, isSlackAbroad: true }
  expect(planWithdrawal('contact', { tickets: [call], receipts: [] }, rules).forgetContact).toEqual([])
})
