import type { ConversationStore, HeldConversation, HeldConversations } from '../../src/conversations/ports.ts'
import type { ActivityBody, Session } from '../../src/conversations/session.ts'
import { findLanguage } from '../../skills/understanding/findLanguage.ts'
import type { InboundEvent, TurnOutcome } from './inbound.ts'

/** A conversation as it stands before a turn: stored, held, or new. */
export type Loaded = { readonly session: Session; readonly held: HeldConversation | undefined }

/** Where conversations are looked up. */
export type Stores = {
  readonly conversations: ConversationStore
  readonly held: HeldConversations
  readonly ports: { readonly now: () => Date }
}

type SessionStores = {
  readonly conversations: Pick<ConversationStore, 'findSession'>
  readonly held: Pick<HeldConversations, 'find'>
}

/** Topic on which followers of a conversation are woken. */
export function conversationTopic(conversationId: string): string {
  return `conversation:${conversationId}`
}

/** Loads the conversation from the record, else from the hold, else begins one. Its address is always the newest. */
export async function loadConversation(stores: Stores, event: InboundEvent): Promise<Loaded> {
  const stored = await stores.conversations.findSession(event.conversationId)
  if (stored) return { session: withAddress(stored, event), held: undefined }
  const held = await stores.held.find(event.conversationId)
  if (held) return { session: withAddress(held.session, event), held }
  return { session: newSession(event, stores.ports.now()), held: undefined }
}

/** The state of a conversation, wherever it is; undefined for one that nobody knows any more. */
export async function findSession(
  { conversations, held }: SessionStores,
  conversationId: string,
): Promise<Session | undefined> {
  return (await conversations.findSession(conversationId)) ?? (await held.find(conversationId))?.session
}

/** What was answered to this event before; undefined for an event that is new. */
export async function findRepeat(
  stores: Stores,
  loaded: Loaded,
  event: InboundEvent,
): Promise<TurnOutcome | undefined> {
  const key = repeatedKey(loaded.session, event, stores.ports.now())
  if (key === undefined) return undefined
  const held = loaded.held?.events.find((past) => past.key === key)
  const replies = await findReplies(stores, loaded.held, event.conversationId, key)
  return replies && { replies, sequence: held?.sequence ?? undefined, isRepeat: true }
}

/** What was answered to an event, by the key it is remembered under; undefined for one nobody remembers. */
export async function findReplies(
  { conversations }: Stores,
  held: HeldConversation | undefined,
  conversationId: string,
  key: string,
): Promise<readonly ActivityBody[] | undefined> {
  const past = held?.events.find((event) => event.key === key)
  return past ? past.replies : conversations.findReplies(conversationId, key)
}

/**
 * The key an event is remembered under. Events drawn from what was said happen again and again in a conversation, so
 * each is remembered under a number of its own.
 */
export function storedKey(event: InboundEvent, session: Session): string {
  return event.repeatWithinMs === undefined ? event.eventKey : `${event.eventKey}#${session.nextSequence}`
}

function repeatedKey(session: Session, event: InboundEvent, now: Date): string | undefined {
  if (event.repeatWithinMs === undefined) return event.eventKey
  const last = session.lastEvent
  const isSame = last?.fingerprint === event.eventKey && now.getTime() - last.at < event.repeatWithinMs
  return isSame ? last.key : undefined
}

// The channel's address may change between turns (a person adds the channel); web conversations have none.
function withAddress(session: Session, event: InboundEvent): Session {
  return event.kind === 'visit' || event.kind === 'consents' ? session : { ...session, address: event.address }
}

function newSession(event: InboundEvent, now: Date): Session {
  return {
    v: 1,
    conversationId: event.conversationId,
    channel: event.address.channel,
    language: firstLanguage(event),
    isDurable: false,
    version: 0,
    lastTurnAt: 0,
    nextSequence: now.getTime(),
    dialogState: {},
    draft: {},
    vault: [],
    consents: {},
    pagedCrises: [],
    toldScrubbed: false,
    address: event.address,
  }
}

function firstLanguage(event: InboundEvent): 'ko' | 'en' {
  // An address, such as a photo's, is in no language.
  const words = event.text.replaceAll(/https?:\/\/\S+/g, '').trim()
  if (words.length >= 2) return findLanguage(words)
  return event.locale?.toLowerCase().startsWith('en') ? 'en' : 'ko'
}
