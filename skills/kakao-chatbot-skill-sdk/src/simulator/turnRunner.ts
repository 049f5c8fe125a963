import type { SkillResponse } from '../skillResponse.ts'
import type { CallbackTokens } from './callbackTokens.ts'
import { createContexts } from './contexts.ts'
import type { BotMessage, Phone } from './phone.ts'
import type { PhotoShelf } from './photos.ts'
import type { ActionParams } from './secureImageParams.ts'
import type { SimulatedBlock } from './simulatedBlock.ts'
import type { SkillCallResult, SkillFailure } from './skillCall.ts'
import { wirePayload, type ChatSurface } from './wirePayload.ts'

/** What a person's phone needs of Kakao's cloud. */
export interface KakaoCloud {
  readonly botId: string
  readonly blocks: readonly SimulatedBlock[]
  readonly callbacks: CallbackTokens
  /** Where a callback token is redeemed; `undefined` while the simulator's server is not started. */
  readonly callbackUrlOf: (token: string) => string | undefined
  readonly photos: PhotoShelf
  /** Where photos are served; `undefined` while the simulator's server is not started. */
  readonly photoBaseUrl: () => string | undefined
  readonly callSkill: (userId: string, payload: unknown) => Promise<SkillCallResult>
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
  readonly userProperties?: Readonly<Record<string, string>>
  readonly actionParams?: ActionParams
}

/** What the phone then showed, or why it showed nothing (recorded, too). */
export type StepOutcome =
  { readonly ok: true; readonly message: BotMessage } | { readonly ok: false; readonly failure: SkillFailure }

/** Runs one step: calls the block's skill and shows what it answers. */
export type TurnRunner = (step: Step, isFriend: boolean) => Promise<StepOutcome>

const valueText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const fillIn = (text: string, data: Readonly<Record<string, unknown>> = {}): string =>
  text.replaceAll(/\{\{#webhook\.([^}]+)\}\}/gu, (_whole, key: string) => valueText(data[key]))

const noParams: ActionParams = { params: {}, detailParams: {} }

/** Whose turns are run. */
export interface Chatter {
  readonly id: string
  readonly surface: ChatSurface
}

/** Remembers the last block, for `flow`, and the contexts. */
export const createTurnRunner = ({ id, surface }: Chatter, phone: Phone, cloud: KakaoCloud): TurnRunner => {
  const contexts = createContexts(cloud.now)
  let lastBlock: SimulatedBlock | undefined

  const offerCallback = ({ callbackWaitingText }: SimulatedBlock) => {
    if (callbackWaitingText === undefined) return { token: undefined, callbackUrl: undefined }
    const token = cloud.callbacks.offer((response) => {
      contexts.apply(response.context?.values ?? [])
      phone.showAnswer(response)
    }, surface === 'botTest')
    return { token, callbackUrl: cloud.callbackUrlOf(token) }
  }

  const fail = (failure: SkillFailure): StepOutcome => {
    cloud.recordFailure(id, failure)
    return { ok: false, failure }
  }

  const show = (response: SkillResponse): StepOutcome =>
    response.template ? { ok: true, message: phone.showAnswer(response) } : fail({ code: 'no_template' })

  const showText = (text: string): StepOutcome =>
    show({ version: '2.0', template: { outputs: [{ simpleText: { text } }] } })

  const showWaiting = (token: string | undefined, block: SimulatedBlock, { data }: SkillResponse): StepOutcome => {
    if (token === undefined) return fail({ code: 'callback_not_offered' })
    cloud.callbacks.acknowledge(token)
    return showText(fillIn(block.callbackWaitingText ?? '', data))
  }

  return async (step, isFriend) => {
    const { block, utterance, clientExtra = {}, triggerType, params = {}, userProperties = {} } = step
    if (!block) return fail({ code: 'unknown_block' })
    const cameFrom = lastBlock
    lastBlock = block
    if (block.fixedText !== undefined) return showText(block.fixedText)
    if (block.secureImages && !step.actionParams) return showText(block.secureImages.prompt)
    const { token, callbackUrl } = offerCallback(block)
    const payload = wirePayload({
      surface,
      botId: cloud.botId,
      user: { id, isFriend, properties: userProperties },
      block,
      lastBlock: cameFrom,
      utterance,
      clientExtra,
      triggerType,
      params,
      actionParams: step.actionParams ?? noParams,
      contexts: contexts.active(),
      callbackUrl,
    })
    const result = await cloud.callSkill(id, payload)
    if (!result.ok) return fail(result.failure)
    contexts.endTurn(result.response.context?.values ?? [])
    return result.response.useCallback === true ? showWaiting(token, block, result.response) : show(result.response)
  }
}
