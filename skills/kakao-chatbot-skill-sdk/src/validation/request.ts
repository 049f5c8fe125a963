import * as z from 'zod/mini'
import { bareBotId } from '../guardedHandler.ts'
import { readEntity } from '../parameters.ts'
import { orElse, tolerant } from '../schemas/tolerant.ts'

/** One call of the parameter validation API (파라미터 검증): is what the person said a good value? */
export interface ValidationRequest {
  /** `id` without the `!` that marks the development channel. */
  readonly bot: { readonly id: string | undefined; readonly name: string | undefined; readonly isDevChannel: boolean }
  readonly user: {
    readonly id: string | undefined
    readonly type: string | undefined
    readonly properties: Readonly<Record<string, unknown>>
  }
  /** What the person said, trimmed. */
  readonly utterance: string
  /** True while Kakao is asking for the parameter (되묻기). */
  readonly isInSlotFilling: boolean
  /** The part of the utterance that is the value, and what Kakao made of it: text or parsed JSON, see `readDate` and the like. */
  readonly value: { readonly origin: string | undefined; readonly resolved: unknown }
  readonly params: Readonly<Record<string, unknown>>
  readonly lang: string | undefined
  readonly timezone: string | undefined
}

const text = tolerant(z.string())
const record = orElse(z.record(z.string(), z.unknown()), {})

const requestSchema = z.object({
  bot: tolerant(z.object({ id: text, name: text })),
  user: tolerant(z.object({ id: tolerant(z.union([z.string(), z.number()])), type: text, properties: record })),
  utterance: orElse(z.string(), ''),
  isInSlotFilling: orElse(z.boolean(), false),
  value: z.object({ origin: text, resolved: z.optional(z.unknown()) }),
  params: record,
  lang: text,
  timezone: text,
})

/** Reads the body of a validation call; `undefined` where it names no value. Whatever else is missing counts as absent. */
export const parseValidationRequest = (json: unknown): ValidationRequest | undefined => {
  const reading = z.safeParse(requestSchema, json)
  if (!reading.success) return undefined
  const { bot, user, utterance, isInSlotFilling, value, params, lang, timezone } = reading.data
  return {
    bot: {
      id: bot?.id === undefined ? undefined : bareBotId(bot.id),
      name: bot?.name,
      isDevChannel: bot?.id?.endsWith('!') === true,
    },
    user: {
      id: user?.id === undefined ? undefined : String(user.id),
      type: user?.type,
      properties: user?.properties ?? {},
    },
    utterance: utterance.trim(),
    isInSlotFilling,
    value: { origin: value.origin, resolved: readEntity(value.resolved) },
    params,
    lang: lang === 'kr' ? 'ko' : lang,
    timezone,
  }
}
