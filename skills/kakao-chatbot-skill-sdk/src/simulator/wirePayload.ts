import { createHash } from 'node:crypto'
import type { WireContext } from './contexts.ts'
import type { ActionParams } from './secureImageParams.ts'
import type { SimulatedBlock } from './simulatedBlock.ts'

/** Where somebody chats: in KakaoTalk, or as an operator in the admin centre's bot test panel (봇테스트). */
export type ChatSurface = 'channel' | 'botTest'

/** What one person did, and where. */
export interface Turn {
  readonly surface: ChatSurface
  readonly botId: string
  /** `properties` are those of an Event API call. */
  readonly user: {
    readonly id: string
    readonly isFriend: boolean
    readonly properties: Readonly<Record<string, string>>
  }
  readonly block: SimulatedBlock
  readonly lastBlock: SimulatedBlock | undefined
  readonly utterance: string
  /** The `extra` of what was tapped; empty when typed. */
  readonly clientExtra: Readonly<Record<string, unknown>>
  /** For example `QUICKREPLY_BUTTON_MESSAGE`; absent for an event. */
  readonly triggerType: string | undefined
  /** The `params` of an Event API call. */
  readonly params: Readonly<Record<string, string>>
  readonly actionParams: ActionParams
  readonly contexts: readonly WireContext[]
  readonly callbackUrl: string | undefined
}

/** The channel's own key of a person, which differs from the bot's. */
export const plusfriendUserKeyOf = (userId: string): string =>
  createHash('sha256').update(`plusfriend ${userId}`).digest('base64url').slice(0, 12)

const channelProperties = ({ id, isFriend, properties }: Turn['user']) => ({
  plusfriendUserKey: plusfriendUserKeyOf(id),
  plusfriend_user_key: plusfriendUserKeyOf(id),
  // Kakao leaves it out for people who did not add the channel.
  ...(isFriend && { isFriend: true }),
  ...properties,
})

const propertiesOf = ({ user, surface }: Turn): Readonly<Record<string, unknown>> => ({
  botUserKey: user.id,
  bot_user_key: user.id,
  ...(surface === 'channel' && channelProperties(user)),
})

const referenceOf = ({ id, name }: SimulatedBlock) => ({ id, name })

const flowOf = ({ lastBlock, triggerType }: Turn) => ({
  ...(lastBlock && { lastBlock: referenceOf(lastBlock) }),
  ...(triggerType !== undefined && {
    trigger: { type: triggerType, ...(lastBlock && { referrerBlock: referenceOf(lastBlock) }) },
  }),
})

/** What differs in the bot test panel: its surface, a newline after the text, an old language code, a `!` after the bot. */
const surfaceOf = ({ surface, botId, utterance }: Turn) =>
  surface === 'channel'
    ? { params: { surface: 'Kakaotalk.plusfriend' }, utterance, lang: 'ko', botId }
    : {
        params: { surface: 'BuilderBotTest', ignoreMe: 'true' },
        utterance: `${utterance}\n`,
        lang: 'kr',
        botId: botId.endsWith('!') ? botId : `${botId}!`,
      }

/** The SkillPayload 2.0 of a turn. */
export const wirePayload = (turn: Turn) => {
  const { params, utterance, lang, botId } = surfaceOf(turn)
  return {
    intent: { ...referenceOf(turn.block), extra: { reason: { code: 1, message: 'OK' } } },
    userRequest: {
      timezone: 'Asia/Seoul',
      params: { ...params, ...turn.params },
      block: referenceOf(turn.block),
      utterance,
      lang,
      user: { id: turn.user.id, type: 'botUserKey', properties: propertiesOf(turn) },
      ...(turn.callbackUrl !== undefined && { callbackUrl: turn.callbackUrl }),
    },
    bot: { id: botId, name: '시뮬레이터 봇' },
    action: { id: 'skill-1', name: 'skill', ...turn.actionParams, clientExtra: turn.clientExtra },
    contexts: turn.contexts,
    flow: flowOf(turn),
  }
}

/** What "스킬서버로 전송" on the skill's own page sends: placeholders, and no contexts and no flow. */
export const skillTestPayload = (botId: string) => ({
  intent: { id: 'abcdefghijklmnopqrstuvwx', name: '블록 이름' },
  userRequest: {
    timezone: 'Asia/Seoul',
    params: { ignoreMe: 'true' },
    block: { id: 'abcdefghijklmnopqrstuvwx', name: '블록 이름' },
    utterance: '발화 내용',
    lang: null,
    user: { id: '123456', type: 'accountId', properties: {} },
  },
  bot: { id: botId.replace(/!$/u, ''), name: '봇 이름' },
  action: { id: 'skill-1', name: 'skill', params: {}, detailParams: {}, clientExtra: null },
})
