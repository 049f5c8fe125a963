import type { Hospital } from '../hospital/hospital.ts'
import { caseRule } from '../retention/findDue.ts'
import type { Ticket, TicketContent } from '../tickets/ticket.ts'
import type { ConsentPurpose, ConsentReceipt } from './consent.ts'

/** A ticket of somebody's conversation, and what is kept on it of them. */
export type HeldTicket = Pick<TicketContent, 'kind' | 'health' | 'name' | 'phone'> & { readonly ticket: Ticket }

/** What is held about whoever writes in a conversation. Newest tickets first, receipts in the order of the answers. */
export type Holdings = { readonly tickets: readonly HeldTicket[]; readonly receipts: readonly ConsentReceipt[] }

/** Why a ticket is not destroyed at once: the law wants it kept, or somebody has to look at what it says first. */
export type KeptBecause = 'public_record' | 'grave' | 'under_review'

/** A ticket, as an order names it. */
export type TicketRef = Pick<Ticket, 'id' | 'number'>

/** What an order does at once, and what it leaves to a person. */
export type RightsPlan = {
  /** Destroyed whole; what was still being worked on is withdrawn. */
  readonly destroy: readonly TicketRef[]
  /** Slack may carry nothing more of them than the number. */
  readonly bare: readonly TicketRef[]
  /** Phone and hours destroyed. */
  readonly forgetContact: readonly TicketRef[]
  /** `loses_words`: its transcript is destroyed. `goes`: all of it is. */
  readonly conversation: 'stays' | 'loses_words' | 'goes'
  /** Left to the privacy officer, who answers within the days the law gives (개인정보 보호법 §36②, §37④). */
  readonly keep: readonly (TicketRef & { readonly because: KeptBecause })[]
}

const NOTHING: RightsPlan = { destroy: [], bare: [], forgetContact: [], conversation: 'stays', keep: [] }

type Rules = Pick<Hospital, 'publicBody'>

/**
 * Why a ticket may not be destroyed as soon as its filer asks; undefined when it may. A public body's records follow their
 * schedule (공공기록물법; 개인정보 보호법 §36① 단서), and about harm or violence others have claims too (§37②).
 */
export function keptBecause(
  ticket: Pick<Ticket, 'type' | 'category' | 'crisis' | 'state'>,
  rules: Rules,
): KeptBecause | undefined {
  if (rules.publicBody) return 'public_record'
  if (caseRule(ticket) === 'grave_case') return 'grave'
  return ticket.state === 'in_review' ? 'under_review' : undefined
}

/** What deleting these tickets comes to. */
export function planErasure(tickets: readonly Ticket[], rules: Rules): RightsPlan {
  return {
    ...NOTHING,
    destroy: tickets.filter((ticket) => keptBecause(ticket, rules) === undefined).map(refOf),
    keep: tickets.flatMap((ticket) => {
      const because = keptBecause(ticket, rules)
      return because ? [{ ...refOf(ticket), because }] : []
    }),
  }
}

/** What deleting everything comes to: where nothing must be kept, the conversation goes too. */
export function planErasureOfAll({ tickets }: Holdings, rules: Rules): RightsPlan {
  const plan = planErasure(
    tickets.map(({ ticket }) => ticket),
    rules,
  )
  if (plan.keep.length === 0) return { ...plan, conversation: 'goes' }
  return { ...plan, ...strip(tickets, plan), conversation: 'loses_words' }
}

/**
 * What taking a consent back comes to for what is held under it (개인정보 보호법 §37①).
 *
 * @param isSlackAbroad whether the consent to processing abroad is what lets Slack carry words
 */
export function planWithdrawal(
  purpose: ConsentPurpose,
  holdings: Holdings,
  rules: Rules & { readonly isSlackAbroad: boolean },
): RightsPlan {
  return BY_PURPOSE[purpose](holdings, rules)
}

type PlanFor = (holdings: Holdings, rules: Rules & { readonly isSlackAbroad: boolean }) => RightsPlan

const BY_PURPOSE: Readonly<Record<ConsentPurpose, PlanFor>> = {
  collect: planErasureOfAll,
  health({ tickets }, rules) {
    const told = tickets.filter(({ health }) => health)
    const plan = planErasure(
      told.map(({ ticket }) => ticket),
      rules,
    )
    // Its gist may tell of health as well.
    return { ...plan, bare: strip(told, plan).bare, conversation: 'loses_words' }
  },
  overseas: ({ tickets }, { isSlackAbroad }) => (isSlackAbroad ? { ...NOTHING, bare: coveredOf(tickets) } : NOTHING),
  // Whoever asked to be called gave the number for that call.
  contact: ({ tickets }) => ({
    ...NOTHING,
    forgetContact: withPhone(tickets.filter(({ kind }) => kind !== 'callback')),
  }),
}

/** Everything a plan can do at once to tickets that must be kept: nothing of them goes further. */
function strip(tickets: readonly HeldTicket[], { keep }: RightsPlan): Pick<RightsPlan, 'bare' | 'forgetContact'> {
  const kept = tickets.filter(({ ticket }) => keep.some(({ id }) => id === ticket.id))
  return { bare: coveredOf(kept), forgetContact: withPhone(kept) }
}

function coveredOf(tickets: readonly HeldTicket[]): readonly TicketRef[] {
  return tickets.filter(({ ticket }) => ticket.slackCovered).map(({ ticket }) => refOf(ticket))
}

function withPhone(tickets: readonly HeldTicket[]): readonly TicketRef[] {
  return tickets.filter(({ phone }) => phone !== undefined).map(({ ticket }) => refOf(ticket))
}

function refOf({ id, number }: TicketRef): TicketRef {
  return { id, number }
}
