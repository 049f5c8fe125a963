import type { SkillResponse } from '../skillResponse.ts'
import type { CallbackTokens } from './callbackTokens.ts'
import type { BotMessage, Phone } from './phone.ts'
import type { SimulatedBlock } from './simulatedBlock.ts'
import type { SkillCallResult, SkillFailure } from './skillCall.ts'
import { wirePayload } from './wirePayload.ts'

/** What a person's phone needs of Kakao's cloud. */
export interface KakaoCloud {
  readonly botId: string
  readonly blocks: readonly SimulatedBlock[]
  readonly callbacks: CallbackTokens
  /** Where a callback token is redeemed; `undefined` while the simulator's server is not started. */
  readonly callbackUrlOf: (token: string) => string | undefined
  readonly callSkill: (payload: unknown) => Promise<SkillCallResult>
  readonly recordFailure: (userId: string, failure: SkillFailure) => void
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** What happened in the chat. */
export interface Step {
  /** `undefined`: no such block. */
  readonly block: SimulatedBlock | undefined
  readonly utterance: string
  readonly clientExtra?: Readonly<Record<string, unknown>>
  readonly triggerType?: string
  readonly params?: Readonly<Record<string, string>>
}

/** What the phone then showed, or why it showed nothing (recorded, too). */
export type StepOutcome =
  { readonly ok: true; readonly message: BotMessage } | { readonly ok: false; readonly failure: SkillFailure }

/** Runs one step: calls the block's skill and shows what it answers. */
export type TurnRunner = (step: Step, isFriend: boolean) => Promise<StepOutcome>

const valueText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const fillIn = (text: string, data: Readonly<Record<string, unknown>> = {}): string =>
  text.replaceAll(/\{\{#webhook\.([^}]+)\}\}/gu, (_whole, key: string) => valueText(data[key]))

/** Remembers the last block, for `flow`. */
export const createTurnRunner = (userId: string, phone: Phone, cloud: KakaoCloud): TurnRunner => {
  let lastBlock: SimulatedBlock | undefined

  const offerCallback = ({ callbackWaitingText }: SimulatedBlock) => {
    const token = callbackWaitingText === undefined ? undefined : cloud.callbacks.offer(phone.showAnswer)
    return { token, callbackUrl: token === undefined ? undefined : cloud.callbackUrlOf(token) }
  }

  const fail = (failure: SkillFailure): StepOutcome => {
    cloud.recordFailure(userId, failure)
    return { ok: false, failure }
  }

  const show = (response: SkillResponse): StepOutcome =>
    response.template ? { ok: true, message: phone.showAnswer(response) } : fail({ code: 'no_template' })

  const showWaiting = (token: string | undefined, block: SimulatedBlock, { data }: SkillResponse): StepOutcome => {
    if (token === undefined) return fail({ code: 'callback_not_offered' })
    cloud.callbacks.acknowledge(token)
    const text = fillIn(block.callbackWaitingText ?? '', data)
    return show({ version: '2.0', template: { outputs: [{ simpleText: { text } }] } })
  }

  return async ({ block, utterance, clientExtra = {}, triggerType, params = {} }, isFriend) => {
    if (!block) return fail({ code: 'unknown_block' })
    const { token, callbackUrl } = offerCallback(block)
    const { botId } = cloud
    const user = { id: userId, isFriend }
    const result = await cloud.callSkill(
      wirePayload({ botId, user, block, lastBlock, utterance, clientExtra, triggerType, params, callbackUrl }),
    )
    lastBlock = block
    if (!result.ok) return fail(result.failure)
    return result.response.useCallback === true ? showWaiting(token, block, result.response) : show(result.response)
  }
}
