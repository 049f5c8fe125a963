import type { AuditLog } from '../../audit/ports.ts'
import type { AuditEntry } from '../../audit/auditEntry.ts'
import type { ConsentPurpose } from '../../consent/consent.ts'
import { findStaffBySlackUser, type Hospital, type StaffMember } from '../../hospital/hospital.ts'
import type { DeliverySight, TicketReader } from '../../tickets/ports.ts'
import { MAY_BE_DONE_FROM, mayBeResolvedFrom } from '../../tickets/states.ts'
import { type ShownContent, showContent } from './shownContent.ts'
import { type ShownPhoto, showPhoto } from './shownPhoto.ts'
import { mayDecide, type ShownRequest, showRequest } from './shownRequest.ts'
import type { Actor, HistoryEntry, Ticket, TicketAction, TicketContent, TicketState } from '../../tickets/ticket.ts'

/** A colleague as the page names them; `name` is absent for one who has left the hospital file. */
type Colleague = { readonly name: string | undefined; readonly isMe: boolean }

/** What the list shows of a ticket: nothing a person said. Times are ISO 8601. */
export type TicketLine = Pick<
  Ticket,
  'number' | 'type' | 'category' | 'department' | 'urgency' | 'state' | 'revision'
> & {
  readonly createdAt: string
  readonly dueAt: string
  readonly assignee: Colleague | undefined
}

/** What the person looking may do now. */
type Permissions = Readonly<
  Record<'claim' | 'release' | 'note' | 'answer' | 'resolve' | 'carryOut' | 'refuse', boolean>
>

/** How the answer, or a Slack message about the ticket, is getting on. */
export type DeliveryLine = Pick<DeliverySight, 'kind' | 'state'> & { readonly at: string }

/** One line of history. */
export type HistoryLine = {
  readonly at: string
  readonly action: TicketAction
  readonly by: { readonly kind: 'patient' | 'system' } | (Colleague & { readonly kind: 'staff' })
  readonly text: string | undefined
}

/** Everything the desk page shows of one ticket. */
export type TicketPage = TicketLine &
  Pick<Ticket, 'channel' | 'language'> & {
    /** Absent once the ticket was destroyed. */
    readonly content: ShownContent | undefined
    /** In the order they were sent; each is looked at on its own. */
    readonly photos: readonly ShownPhoto[]
    /** What a request about somebody's own data asks; absent on every other ticket. */
    readonly request: ShownRequest | undefined
    readonly destroyedAt: string | undefined
    /** Consents the person took back, latest last. */
    readonly withdrawn: readonly { readonly purpose: ConsentPurpose; readonly at: string }[]
    /** False for anonymous tickets: their filers come and ask. */
    readonly isReachable: boolean
    readonly history: readonly HistoryLine[]
    /** For the one who holds the ticket. */
    readonly draft: { readonly text: string; readonly by: Colleague; readonly at: string } | undefined
    readonly answer: string | undefined
    readonly deliveries: readonly DeliveryLine[]
    readonly may: Permissions
  }

type PageDependencies = {
  readonly tickets: TicketReader
  readonly audit: AuditLog
  readonly hospital: Hospital
  readonly now: () => Date
}

/** Who looks, and from where. */
export type Viewer = { readonly person: StaffMember; readonly address: string | undefined }

/**
 * Reads a ticket for one member of staff, masked. Each kind of personal data is entered in the access log before any
 * of it is given out (안전성 확보조치 기준 §8); when that fails, nothing is.
 */
export async function readTicketPage(
  { tickets, audit, hospital, now }: PageDependencies,
  ticket: Ticket,
  viewer: Viewer,
): Promise<TicketPage> {
  const { slackUserId } = viewer.person
  const isHolder = ticket.assignee === slackUserId
  const content = ticket.destroyedAt === undefined ? await tickets.readContent(ticket.id) : undefined
  const request = content?.request && showRequest(content.request, await ofConversation(tickets, ticket), hospital)
  const history = await tickets.readHistory(ticket.id)
  const draft = isHolder ? await tickets.findDraft(ticket.id) : undefined
  const answer = await tickets.findAnswer(ticket.id)
  const deliveries = await tickets.listDeliveries(ticket.id)
  const withdrawn = await tickets.listWithdrawnConsents(ticket.id)
  const photos = await tickets.listPhotos(ticket.id)

  const seen = [...(content ? ['content'] : []), 'history']
  if (draft) seen.push('draft')
  if (answer !== undefined) seen.push('answer')
  await audit.append(...seen.map((field) => sight(ticket, viewer, field, now())))

  const colleague = (id: string): Colleague => nameColleague(hospital, id, slackUserId)
  return {
    ...ticketLine(hospital, ticket, viewer.person),
    channel: ticket.channel,
    language: ticket.language,
    content: content && showContent(content),
    photos: photos.map(showPhoto),
    request,
    destroyedAt: ticket.destroyedAt?.toISOString(),
    withdrawn: withdrawn.map(({ purpose, at }) => ({ purpose, at: at.toISOString() })),
    isReachable: ticket.conversationId !== undefined,
    history: history.map((entry) => historyLine(entry, colleague)),
    draft: draft && { text: draft.text, by: colleague(draft.by), at: draft.at.toISOString() },
    answer,
    deliveries: deliveries.map(deliveryLine),
    may: permissions({ ticket, content, request, person: viewer.person }),
  }
}

/** What may be shown of a ticket in a list. */
export function ticketLine(hospital: Hospital, ticket: Ticket, viewer: StaffMember): TicketLine {
  const { number, type, category, department, urgency, state, revision, createdAt, dueAt, assignee } = ticket
  return {
    number,
    type,
    category,
    department,
    urgency,
    state,
    revision,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt.toISOString(),
    assignee: assignee === undefined ? undefined : nameColleague(hospital, assignee, viewer.slackUserId),
  }
}

/** A delivery without its ids. */
export function deliveryLine({ kind, state, at }: DeliverySight): DeliveryLine {
  return { kind, state, at: at.toISOString() }
}

function sight(ticket: Ticket, { person, address }: Viewer, field: string, at: Date): AuditEntry {
  const whose = { ticketId: ticket.id, ticketNumber: ticket.number }
  return { at, who: person.slackUserId, surface: 'desk', address, ...whose, action: 'seen', field, reason: undefined }
}

async function ofConversation(tickets: TicketReader, { conversationId }: Ticket): Promise<readonly Ticket[]> {
  return conversationId === undefined ? [] : tickets.listByConversation(conversationId)
}

const NOTHING: Permissions = {
  claim: false,
  release: false,
  note: false,
  answer: false,
  resolve: false,
  carryOut: false,
  refuse: false,
}

type Looked = {
  readonly ticket: Ticket
  readonly content: TicketContent | undefined
  readonly request: ShownRequest | undefined
  readonly person: StaffMember
}

function permissions({ ticket, content, request, person }: Looked): Permissions {
  if (!content) return NOTHING
  const isHolder = ticket.assignee === person.slackUserId
  const from = (states: readonly TicketState[]): boolean => states.includes(ticket.state)
  return {
    claim: ticket.assignee === undefined && from(MAY_BE_DONE_FROM.claim),
    release: isHolder && from(MAY_BE_DONE_FROM.release),
    note: from(MAY_BE_DONE_FROM.note),
    answer: isHolder && from(MAY_BE_DONE_FROM.answer),
    resolve: isHolder && from(mayBeResolvedFrom(ticket, content.kind === 'callback')),
    ...(content.kind === 'rights' ? mayDecide(ticket, person, request) : { carryOut: false, refuse: false }),
  }
}

function historyLine(entry: HistoryEntry, colleague: (id: string) => Colleague): HistoryLine {
  const by = (actor: Actor): HistoryLine['by'] =>
    actor.kind === 'staff' ? { kind: 'staff', ...colleague(actor.slackUserId) } : { kind: actor.kind }
  return { at: entry.at.toISOString(), action: entry.action, by: by(entry.actor), text: entry.text }
}

function nameColleague(hospital: Hospital, slackUserId: string, viewerId: string): Colleague {
  return { name: findStaffBySlackUser(hospital, slackUserId)?.name, isMe: slackUserId === viewerId }
}
