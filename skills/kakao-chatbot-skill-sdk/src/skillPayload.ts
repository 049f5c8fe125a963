import * as z from 'zod/mini'
import { orElse, tolerant } from './schemas/tolerant.ts'

/** The person writing, as this bot knows them: pseudonymous, stable per bot, no name and no phone number. */
export interface SkillUser {
  readonly id: string
  /** `botUserKey` for people; `accountId` when an operator pressed "스킬서버로 전송". */
  readonly type: string
  /** True only where Kakao says so: not added and blocked look alike. */
  readonly isFriend: boolean
  readonly plusfriendUserKey: string | undefined
  readonly appUserId: string | undefined
  readonly properties: Readonly<Record<string, unknown>>
}

/** A block, intent or action by id and name; either may be absent. */
export interface SkillReference {
  readonly id: string | undefined
  readonly name: string | undefined
}

/** What the person did to send this utterance: typed, or tapped a button, list item, chat menu or quick reply. */
export interface FlowTrigger {
  /** For example `TEXT_INPUT` or `QUICKREPLY_BUTTON_MESSAGE`; Kakao may add types. */
  readonly type: string
  readonly referrerBlock: SkillReference | undefined
}

/** A context that is active in this turn. `ttlMs` is what is left of it. */
export interface SkillContext {
  readonly name: string
  readonly lifespanTurns: number | undefined
  readonly ttlMs: number | undefined
  readonly params: Readonly<Record<string, unknown>>
}

/** One SkillPayload 2.0, read. Everything Kakao may leave out is `undefined` or empty here. */
export interface SkillPayload {
  readonly user: SkillUser
  /** Typed text or the text of what was tapped, trimmed. May be empty. */
  readonly utterance: string
  /** `id` without the `!` that marks the development channel. */
  readonly bot: SkillReference & { readonly id: string; readonly isDevChannel: boolean }
  readonly block: SkillReference
  readonly intent: SkillReference
  readonly action: SkillReference
  /** Slot values: text, and JSON inside text for system entities and plugins. Read them with `…/parameters`. */
  readonly params: Readonly<Record<string, unknown>>
  readonly detailParams: Readonly<Record<string, unknown>>
  /** The `extra` of the tapped button; empty when the person typed. Anyone can replay an old one: do not trust it. */
  readonly clientExtra: Readonly<Record<string, unknown>>
  /** `userRequest.params`: the surface, test marks, and the `params` of an Event API call. */
  readonly requestParams: Readonly<Record<string, unknown>>
  readonly contexts: readonly SkillContext[]
  readonly trigger: FlowTrigger | undefined
  readonly lastBlock: SkillReference | undefined
  /** Present only where the block allows callbacks. Unchecked: open it with `findCallback`. */
  readonly callbackUrl: string | undefined
  /** `ko` also where Kakao's test panel says `kr`. */
  readonly lang: string | undefined
  readonly timezone: string | undefined
  readonly surface: string | undefined
  /** An operator's test (skill test, bot test, development channel): answer it, count it nowhere. */
  readonly isTest: boolean
}

/** A payload, or the paths of the fields that keep it from being one (never their values). */
export type SkillPayloadReading =
  { readonly ok: true; readonly value: SkillPayload } | { readonly ok: false; readonly paths: readonly string[] }

// Kakao adds fields without notice and leaves others out: whatever is optional and unreadable counts as absent.
const text = tolerant(z.string())
const number = tolerant(z.number())
const record = orElse(z.record(z.string(), z.unknown()), {})
const reference = tolerant(z.object({ id: text, name: text }))

const contextSchema = z.object({ name: z.string(), lifespan: number, ttl: number, params: record })

const payloadSchema = z.object({
  bot: z.object({ id: z.string().check(z.minLength(1)), name: text }),
  userRequest: z.object({
    user: z.object({
      // The skill test box is edited by hand, and ids turn up there as numbers.
      id: z.union([z.string().check(z.minLength(1)), z.number()]),
      type: text,
      properties: record,
    }),
    utterance: z.string(),
    params: record,
    block: reference,
    callbackUrl: text,
    lang: text,
    timezone: text,
  }),
  intent: reference,
  action: tolerant(z.object({ id: text, name: text, params: record, detailParams: record, clientExtra: record })),
  contexts: orElse(z.array(z.unknown()), []),
  flow: tolerant(
    z.object({
      lastBlock: reference,
      trigger: tolerant(z.object({ type: z.string(), referrerBlock: reference })),
    }),
  ),
})

type WirePayload = z.infer<typeof payloadSchema>

const textAt = (record: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined =>
  keys.map((key) => record[key]).find((value): value is string => typeof value === 'string' && value !== '')

const readReference = (wire: z.infer<typeof reference>): SkillReference => ({ id: wire?.id, name: wire?.name })

const findReference = (wire: z.infer<typeof reference>): SkillReference | undefined =>
  wire === undefined ? undefined : readReference(wire)

const readUser = ({ id, type, properties }: WirePayload['userRequest']['user']): SkillUser => ({
  id: String(id),
  type: type ?? 'botUserKey',
  isFriend: properties.isFriend === true,
  plusfriendUserKey: textAt(properties, ['plusfriendUserKey', 'plusfriend_user_key']),
  appUserId: textAt(properties, ['appUserId', 'app_user_id']),
  properties,
})

const readContexts = (wire: readonly unknown[]): readonly SkillContext[] =>
  wire.flatMap((item) => {
    const reading = z.safeParse(contextSchema, item)
    if (!reading.success) return []
    const { name, lifespan, ttl, params } = reading.data
    return [{ name, lifespanTurns: lifespan, ttlMs: ttl === undefined ? undefined : ttl * 1000, params }]
  })

const readFlow = (wire: WirePayload['flow']): Pick<SkillPayload, 'trigger' | 'lastBlock'> => ({
  lastBlock: findReference(wire?.lastBlock),
  trigger: wire?.trigger && { type: wire.trigger.type, referrerBlock: findReference(wire.trigger.referrerBlock) },
})

const readBot = ({ id, name }: WirePayload['bot']): SkillPayload['bot'] => ({
  id: id.replace(/!$/u, ''),
  name,
  isDevChannel: id.endsWith('!'),
})

const isMarkedAsTest = ({ bot, userRequest: { user, params } }: WirePayload): boolean =>
  bot.id.endsWith('!') || user.type === 'accountId' || params.ignoreMe === 'true' || params.ignoreMe === true

const readPayload = (wire: WirePayload): SkillPayload => {
  const { userRequest, action } = wire
  return {
    user: readUser(userRequest.user),
    utterance: userRequest.utterance.trim(),
    bot: readBot(wire.bot),
    block: readReference(userRequest.block),
    intent: readReference(wire.intent),
    action: { id: action?.id, name: action?.name },
    params: action?.params ?? {},
    detailParams: action?.detailParams ?? {},
    clientExtra: action?.clientExtra ?? {},
    requestParams: userRequest.params,
    contexts: readContexts(wire.contexts),
    ...readFlow(wire.flow),
    callbackUrl: userRequest.callbackUrl,
    lang: userRequest.lang === 'kr' ? 'ko' : userRequest.lang,
    timezone: userRequest.timezone,
    surface: textAt(userRequest.params, ['surface']),
    isTest: isMarkedAsTest(wire),
  }
}

/**
 * Reads the body of a skill call. Only `userRequest.user.id`, `userRequest.utterance` and `bot.id` must be there;
 * unknown fields are ignored and unreadable optional ones count as absent.
 */
export const parseSkillPayload = (json: unknown): SkillPayloadReading => {
  const reading = z.safeParse(payloadSchema, json)
  if (reading.success) return { ok: true, value: readPayload(reading.data) }
  return { ok: false, paths: [...new Set(reading.error.issues.map(({ path }) => path.join('.')))] }
}
