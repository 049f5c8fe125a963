import { createHash } from 'node:crypto'
import type { SimulatedBlock } from './simulatedBlock.ts'

/** What one person did, and where. */
export interface Turn {
  readonly botId: string
  readonly user: { readonly id: string; readonly isFriend: boolean }
  readonly block: SimulatedBlock
  readonly lastBlock: SimulatedBlock | undefined
  readonly utterance: string
  /** The `extra` of what was tapped; empty when typed. */
  readonly clientExtra: Readonly<Record<string, unknown>>
  /** For example `QUICKREPLY_BUTTON_MESSAGE`; absent for an event. */
  readonly triggerType: string | undefined
  /** The `params` of an Event API call. */
  readonly params: Readonly<Record<string, string>>
  readonly callbackUrl: string | undefined
}

/** The channel's own key of a person, which differs from the bot's. */
export const plusfriendUserKeyOf = (userId: string): string =>
  createHash('sha256').update(`plusfriend ${userId}`).digest('base64url').slice(0, 12)

const propertiesOf = ({ id, isFriend }: Turn['user']): Readonly<Record<string, unknown>> => ({
  botUserKey: id,
  bot_user_key: id,
  plusfriendUserKey: plusfriendUserKeyOf(id),
  plusfriend_user_key: plusfriendUserKeyOf(id),
  // Kakao leaves it out for people who did not add the channel.
  ...(isFriend && { isFriend: true }),
})

const referenceOf = ({ id, name }: SimulatedBlock) => ({ id, name })

const flowOf = ({ lastBlock, triggerType }: Turn) => ({
  ...(lastBlock && { lastBlock: referenceOf(lastBlock) }),
  ...(triggerType !== undefined && {
    trigger: { type: triggerType, ...(lastBlock && { referrerBlock: referenceOf(lastBlock) }) },
  }),
})

/** The SkillPayload 2.0 of a turn, as the live channel sends it. */
export const wirePayload = (turn: Turn) => ({
  intent: { ...referenceOf(turn.block), extra: { reason: { code: 1, message: 'OK' } } },
  userRequest: {
    timezone: 'Asia/Seoul',
    params: { surface: 'Kakaotalk.plusfriend', ...turn.params },
    block: referenceOf(turn.block),
    utterance: turn.utterance,
    lang: 'ko',
    user: { id: turn.user.id, type: 'botUserKey', properties: propertiesOf(turn.user) },
    ...(turn.callbackUrl !== undefined && { callbackUrl: turn.callbackUrl }),
  },
  bot: { id: turn.botId, name: '시뮬레이터 봇' },
  action: { id: 'skill-1', name: 'skill', params: {}, detailParams: {}, clientExtra: turn.clientExtra },
  contexts: [],
  flow: flowOf(turn),
})
