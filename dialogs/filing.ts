import { maskPersonalData } from '../skills/privacy/mask.ts'
import { coversSlack } from '../src/consent/coverage.ts'
import type { Scrubbed } from '../src/consent/scrubbed.ts'
import { type Vault, vaultOf } from '../src/consent/vault.ts'
import type { Draft } from '../src/conversations/session.ts'
import { departmentOrCoordinator, type Hospital } from '../src/hospital/hospital.ts'
import { dueAfterDays, dueAfterWorkingDays } from '../src/hospital/workingCalendar.ts'
import type { NewTicket, TicketContent } from '../src/tickets/ticket.ts'
import { createTicketNumber } from '../src/tickets/ticketNumber.ts'
import { hideInsults } from './asides/insults.ts'
import { shorten } from './format.ts'
import { say, type Turn } from './turn.ts'

const GIST_MAX_CHARS = 200
const SECRET_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const SECRET_GROUPS = 3
const SECRET_GROUP_LENGTH = 4

/** Gives the draft its number before it is shown for confirmation, so that every try at filing it files the same ticket. */
export function prepareFiling(turn: Turn): NonNullable<Draft['filing']> {
  if (turn.draft.filing) return turn.draft.filing
  const { ports } = turn
  const filing = {
    key: ports.newId(),
    number: createTicketNumber(ports.now(), ports.randomInt),
    ...(turn.draft.anonymous ? { secret: createSecret(ports.randomInt) } : {}),
  }
  turn.learn({ filing })
  return filing
}

/** The ticket a confirmed draft becomes. */
export function ticketFrom(turn: Turn, kind: TicketContent['kind'], storyText: Scrubbed): NewTicket {
  const { draft, session, ports } = turn
  const { hospital } = ports
  const filing = prepareFiling(turn)
  const category = draft.category ?? 'other'
  const isAnonymous = draft.anonymous === true
  const slackCovered =
    !isAnonymous && coversSlack(session.consents, hospital.slack.processing, { isOfChild: draft.age === 'child' })
  const department = departmentConcerned(hospital, draft)
  const now = ports.now()
  return {
    id: ports.newId(),
    number: filing.number,
    filingKey: filing.key,
    secretHash: filing.secret === undefined ? undefined : hashSecret(turn, filing.secret),
    type: draft.type ?? 'complaint',
    category,
    department,
    // What asks about one's own data goes to the privacy officer alone, whose channel then shows a bare number at most.
    deskDepartment: kind === 'rights' ? department : deskFor(hospital, draft, department, slackCovered),
    urgency: draft.urgency ?? 'normal',
    crisis: draft.crisis,
    channel: session.channel,
    language: session.language,
    conversationId: isAnonymous ? undefined : session.conversationId,
    slackCovered,
    createdAt: now,
    dueAt: dueFor(hospital, now, kind, draft),
    content: contentFrom(draft, kind, storyText, session.vault),
  }
}

/** The look-up hash of an anonymous filer's secret, however it was typed. */
export function hashSecret(turn: Turn, secret: string): string {
  return turn.ports.hash('anonymous_secret', secret.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
}

const SECRET =
  /(?<![0-9A-Z])([2-9A-HJ-NP-TV-Z]{4})[-\s]?([2-9A-HJ-NP-TV-Z]{4})[-\s]?([2-9A-HJ-NP-TV-Z]{4})(?![0-9A-Z])/gi

/** A secret as printed, such as `7K4M-9QPX-2R5T`, out of what a person typed; undefined when none is there. */
export function findSecret(text: string): string | undefined {
  const [found] = text.normalize('NFKC').toUpperCase().matchAll(SECRET)
  return found?.slice(1, 1 + SECRET_GROUPS).join('-')
}

/**
 * The text without such secrets, for what is kept: one that is written down in a conversation would tie it to what was
 * filed without a name. Words and years that only look like one stay.
 */
export function hideSecrets(text: Scrubbed, placeholder: string): Scrubbed {
  if (findSecret(text) === undefined) return text
  const hide = (found: string): string => (/\d/.test(found) && /-|[A-Z]\d|\d[A-Z]/i.test(found) ? placeholder : found)
  return text.normalize('NFKC').replaceAll(SECRET, hide) as Scrubbed
}

/** Tells whether a message is such a secret and nothing else; capital words of a sentence may look like one. */
export function isSecretAlone(text: string): boolean {
  const secret = findSecret(text)
  return secret !== undefined && /\d/.test(secret) && text.replaceAll(/[^0-9A-Za-z]/g, '').length === secret.length - 2
}

/**
 * What something filed without a name is called to whoever brought its secret: by its number only where the conversation is
 * not written down, which would be tied to it.
 */
export function callNameless(turn: Turn, number: string): string {
  turn.tellsOfNameless = true
  return turn.session.isDurable ? say(turn)('status.nameless') : number
}

// Without a name nothing that names or reaches somebody is kept: the tokens in the words lose their values.
function contentFrom(draft: Draft, kind: TicketContent['kind'], story: Scrubbed, said: Vault): TicketContent {
  const isAnonymous = draft.anonymous === true
  const { where, wish } = draft
  return {
    v: 1,
    kind,
    story,
    gist: shorten(hideInsults(maskPersonalData(story)), GIST_MAX_CHARS),
    health: draft.health === true,
    when: draft.when === 'unknown' ? undefined : draft.when,
    where: where || undefined,
    wish: wish || undefined,
    vault: isAnonymous ? [] : vaultOf(said, [story, where, wish]),
    phone: isAnonymous ? undefined : draft.phone || undefined,
    goodTime: draft.goodTime || undefined,
    relation: relationOf(draft),
  }
}

// Whoever wrote without a name said nothing of who they are.
function relationOf({ age, relation, anonymous }: Draft): TicketContent['relation'] {
  if (anonymous === true || age === undefined || age === 'adult') return undefined
  return age === 'child' ? 'child' : (relation ?? 'guardian')
}

// The hospital's own table decides, but for staff manners, where the department is the person's.
function departmentConcerned(hospital: Hospital, draft: Draft): string {
  const category = draft.category ?? 'other'
  const byFile = hospital.categories[category].department
  const named = category === 'staff_attitude' || category === 'other' ? (draft.department ?? byFile) : byFile
  return departmentOrCoordinator(hospital, named).name
}

/**
 * Who gets the card. The coordinator does when nothing could place the complaint, and when Slack may not know more than
 * the number (a department's channel alone can tell too much). Violence and harassment never go to the unit complained
 * about: the rights officers get them, where the hospital file names their department, and else the coordinator.
 */
function deskFor(hospital: Hospital, draft: Draft, department: string, slackCovered: boolean): string {
  const { department: coordinator, rightsDepartment = coordinator } = hospital.coordination
  const isAgainstStaff = draft.crisis === 'violence_abuse' || draft.crisis === 'sexual_harassment'
  if (isAgainstStaff) {
    const inOrder = slackCovered ? [rightsDepartment, coordinator] : [coordinator, rightsDepartment]
    return inOrder.find((name) => name !== department) ?? coordinator
  }
  return !slackCovered || draft.abstained === true ? coordinator : department
}

function dueFor(hospital: Hospital, now: Date, kind: TicketContent['kind'], draft: Draft): Date {
  const { calendar, callbackWithinWorkingDays, inquiryWithinWorkingDays, rightsWithinDays, categories } = hospital
  if (kind === 'rights') return dueAfterDays(calendar, now, rightsWithinDays)
  if (kind === 'callback') return dueAfterWorkingDays(calendar, now, callbackWithinWorkingDays)
  const ordinary = categories[draft.category ?? 'other'].answerWithinWorkingDays
  return dueAfterWorkingDays(calendar, now, draft.type === 'inquiry' ? inquiryWithinWorkingDays : ordinary)
}

function createSecret(randomInt: (below: number) => number): string {
  const group = (): string =>
    Array.from({ length: SECRET_GROUP_LENGTH }, () => SECRET_ALPHABET.charAt(randomInt(SECRET_ALPHABET.length))).join(
      '',
    )
  return Array.from({ length: SECRET_GROUPS }, group).join('-')
}
