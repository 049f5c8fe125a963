import { z } from 'zod'

import { CONSENT_PURPOSES, RECEIPT_PURPOSES } from '../consent/consent.ts'
import type { RightsOrder } from '../consent/rightsOrder.ts'
import type { ChannelAddress, Draft, OpenPrompt, Session } from '../conversations/session.ts'
import { CHANNELS, RELATIONS } from '../tickets/ticket.ts'
import { CATEGORIES, CRISIS_KINDS, TICKET_TYPES, URGENCIES } from '../tickets/vocabulary.ts'
import type { StoredShape } from './sealedJson.ts'
import { scrubbedText, storedVault, storedWhen } from './storedContent.ts'

const order: z.ZodType<RightsOrder> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('erase'), number: z.string() }),
  z.strictObject({ kind: z.literal('erase_all') }),
  z.strictObject({ kind: z.literal('erase_nameless'), secretHash: z.string() }),
  z.strictObject({ kind: z.literal('withdraw'), purpose: z.enum(CONSENT_PURPOSES) }),
])

const draft = z.strictObject({
  age: z.enum(['adult', 'child', 'guardian']).exactOptional(),
  guardian: z.enum(['asked', 'agreed', 'refused', 'unreached']).exactOptional(),
  relation: z.enum(RELATIONS).exactOptional(),
  anonymous: z.boolean().exactOptional(),
  story: scrubbedText.exactOptional(),
  health: z.boolean().exactOptional(),
  type: z.enum(TICKET_TYPES).exactOptional(),
  category: z.enum(CATEGORIES).exactOptional(),
  department: z.string().exactOptional(),
  urgency: z.enum(URGENCIES).exactOptional(),
  crisis: z.enum(CRISIS_KINDS).exactOptional(),
  abstained: z.boolean().exactOptional(),
  when: z.union([storedWhen, z.literal('unknown')]).exactOptional(),
  where: z.string().exactOptional(),
  wish: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  goodTime: z.string().exactOptional(),
  callback: z.strictObject({ phone: z.string(), goodTime: z.string() }).exactOptional(),
  askFor: z.enum(['where', 'wish', 'phone', 'photos']).exactOptional(),
  photos: z.array(z.string()).exactOptional(),
  trail: z.array(z.string()).exactOptional(),
  wantsAnswer: z.boolean().exactOptional(),
  order: order.exactOptional(),
  filing: z.strictObject({ key: z.string(), number: z.string(), secret: z.string().exactOptional() }).exactOptional(),
} satisfies Record<keyof Draft, z.ZodType>)

const prompt = z.strictObject({
  id: z.string(),
  nonce: z.string(),
  askedAt: z.number(),
  after: z.strictObject({ yes: z.boolean(), isTapped: z.boolean() }).exactOptional(),
} satisfies Record<keyof OpenPrompt, z.ZodType>)

const consents = z.partialRecord(z.enum(RECEIPT_PURPOSES), z.boolean())

const address: z.ZodType<ChannelAddress> = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('web') }),
  z.strictObject({
    channel: z.literal('kakao'),
    botId: z.string(),
    userKey: z.string(),
    isFriend: z.boolean(),
    isTest: z.boolean(),
  }),
  z.strictObject({ channel: z.literal('botframework'), reference: z.record(z.string(), z.unknown()) }),
])

const session = {
  v: z.literal(1),
  conversationId: z.string(),
  channel: z.enum(CHANNELS),
  language: z.enum(['ko', 'en']),
  isDurable: z.boolean(),
  version: z.number().int(),
  lastTurnAt: z.number(),
  nextSequence: z.number().int(),
  dialogState: z.record(z.string(), z.unknown()),
  prompt: prompt.optional(),
  draft,
  vault: storedVault,
  consents,
  noticeVersions: z.partialRecord(z.enum(RECEIPT_PURPOSES), z.string()).exactOptional(),
  pagedCrises: z.array(z.enum(CRISIS_KINDS)),
  incident: z
    .strictObject({
      number: z.string(),
      at: z.number(),
      isPaged: z.boolean(),
      told: z.enum(['inside', 'outside', 'all']).exactOptional(),
    })
    .optional(),
  easy: z.boolean().optional(),
  lastEvent: z.strictObject({ fingerprint: z.string(), key: z.string(), at: z.number() }).optional(),
  toldScrubbed: z.boolean(),
  toldCalm: z.boolean().exactOptional(),
  address,
} satisfies Record<keyof Session, z.ZodType>

/** A conversation's session. Strict, so that a field this version does not know is never dropped in silence. */
export const storedSession: StoredShape<Session> = { schema: z.strictObject(session), code: 'stored_session_invalid' }
