import { revealTokens } from '../../../skills/privacy/revealTokens.ts'
import type { AuditLog } from '../../audit/ports.ts'
import { copyForPerson } from '../../consent/copyForPerson.ts'
import type { Vault } from '../../consent/vault.ts'
import type { ConversationStore } from '../../conversations/ports.ts'
import type { TranscriptActivity } from '../../conversations/session.ts'
import type { Hospital } from '../../hospital/hospital.ts'
import { caseRule } from '../../retention/findDue.ts'
import { endOf, periodsOf } from '../../retention/periods.ts'
import type { TicketReader } from '../../tickets/ports.ts'
import { isOver } from '../../tickets/states.ts'
import type { HistoryEntry, Ticket, TicketAction } from '../../tickets/ticket.ts'
import { type MyData, myDataSchema } from './myDataShape.ts'

const PAGE_SIZE = 500
/** What staff do among themselves is not the person's data. */
const AMONG_STAFF: readonly TicketAction[] = ['noted', 'drafted', 'released']

export type MyDataParts = {
  readonly hospital: Hospital
  readonly tickets: Pick<
    TicketReader,
    'listByConversation' | 'readContent' | 'readHistory' | 'listDeliveries' | 'listPhotos'
  >
  readonly conversations: Pick<ConversationStore, 'findSession' | 'listActivities' | 'listReceipts'>
  readonly audit: AuditLog
  readonly now: () => Date
}

/**
 * Everything held about whoever writes in a conversation; undefined when nothing is. The access log has its line before
 * any of it is given out.
 */
export async function readMyData(parts: MyDataParts, conversationId: string): Promise<MyData | undefined> {
  const { conversations, tickets, hospital, now } = parts
  const session = await conversations.findSession(conversationId)
  if (!session) return undefined
  const { draft, ...state } = session
  const own = await tickets.listByConversation(conversationId)
  const receipts = await conversations.listReceipts(conversationId)
  const said = await readTranscript(parts, conversationId)
  const copy = {
    format: 'sori-my-data/1',
    madeAt: now(),
    hospital: hospital.name[session.language],
    conversation: copyForPerson('session', state),
    draft: asSaid(copyForPerson('draft', draft), session.vault),
    consents: receipts.map((receipt) => copyForPerson('receipt', receipt)),
    tickets: await Promise.all(own.map((ticket) => readOne(parts, ticket))),
    transcript: said.map(({ at, fromBot, body }) => ({
      at,
      fromBot,
      said: asSaid(copyForPerson('activity', body), session.vault),
    })),
  }
  await logExport(parts, own)
  return myDataSchema.parse(JSON.parse(JSON.stringify(copy)))
}

async function readOne({ tickets, hospital }: MyDataParts, ticket: Ticket) {
  const { vault, ...words } = await tickets.readContent(ticket.id)
  const history = await tickets.readHistory(ticket.id)
  const deliveries = await tickets.listDeliveries(ticket.id)
  const period = periodsOf(hospital.retention)[caseRule(ticket)]
  const endedAt = history.findLast(({ to }) => isOver(to))?.at ?? ticket.answeredAt
  return {
    ticket: copyForPerson('ticket', ticket),
    content: { ...asSaid(copyForPerson('content', words), vault), ...copyForPerson('content', { vault }) },
    photos: (await tickets.listPhotos(ticket.id)).map((photo) => copyForPerson('photo', photo)),
    history: history.filter(({ action }) => !AMONG_STAFF.includes(action)).map(copyOfStep),
    deliveries: deliveries.filter(({ kind }) => kind === 'patient_reply').map((one) => copyForPerson('delivery', one)),
    kept: { ...period, until: endedAt ? endOf(endedAt, period) : null },
  }
}

function copyOfStep({ text, ...step }: HistoryEntry) {
  return copyForPerson('history', step.action === 'answered' ? { ...step, text } : step)
}

async function readTranscript(
  { conversations }: MyDataParts,
  conversationId: string,
): Promise<readonly TranscriptActivity[]> {
  const all: TranscriptActivity[] = []
  for (;;) {
    const page = await conversations.listActivities(conversationId, all.at(-1)?.sequence ?? 0, PAGE_SIZE)
    all.push(...(page ?? []))
    if ((page?.length ?? 0) < PAGE_SIZE) return all
  }
}

/** The same with every token turned back into what the person said. */
function asSaid<T>(value: T, vault: Vault): T {
  return JSON.parse(JSON.stringify(value), (_key, held: unknown) =>
    typeof held === 'string' ? revealTokens(held, vault) : held,
  )
}

async function logExport({ audit, now }: MyDataParts, tickets: readonly Ticket[]): Promise<void> {
  const whose = tickets.length > 0 ? tickets : [undefined]
  await audit.append(
    ...whose.map((ticket) => ({
      at: now(),
      who: 'person',
      surface: 'page' as const,
      address: undefined,
      ticketId: ticket?.id,
      ticketNumber: ticket?.number,
      action: 'exported' as const,
      field: undefined,
      reason: 'own_data',
    })),
  )
}
