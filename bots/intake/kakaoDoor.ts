import {
  createSkillHandler,
  type Output,
  quickReply,
  simpleText,
  type SkillHandler,
  type SkillPayload,
  type SkillResponse,
  skillResponse,
  textCard,
  webLinkButton,
} from 'kakao-chatbot-skill-sdk'
import type { ActivityBody } from '../../src/conversations/session.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import { apologise } from './apologise.ts'
import type { InboundEvent, RunTurn } from './inbound.ts'
import { readTap } from './tapValue.ts'

/** The same words or the same tap within this time are one: KakaoTalk gives messages no id (and each try a new footprint). */
const REPEAT_WITHIN_MS = 3_000
const MAX_OUTPUTS = 3

export type KakaoDoorDependencies = {
  readonly runTurn: RunTurn
  readonly hospital: Hospital
  readonly secrets: readonly string[]
  readonly botId: string | undefined
  readonly hash: (purpose: string, value: string) => string
  readonly log: { warn(fields: object, message: string): void }
}

/** The door of KakaoTalk: one skill call is one turn, answered whole in its response. */
export function createKakaoDoor(deps: KakaoDoorDependencies): SkillHandler {
  return createSkillHandler({
    secrets: deps.secrets,
    botId: deps.botId,
    answer: async (payload) => toResponse((await deps.runTurn(toEvent(payload, deps.hash))).replies),
    lastResort: (payload) =>
      toResponse(apologise(deps.hospital, { text: payload?.utterance ?? '', locale: payload?.lang })),
    onError: (code) => deps.log.warn({ code }, 'a KakaoTalk call was not answered as meant'),
  })
}

/** Our id for a person's conversation with a bot on KakaoTalk: a keyed hash, so that no table has to hold their key. */
function kakaoConversationId(hash: KakaoDoorDependencies['hash'], botId: string, userKey: string): string {
  return `kakao-${hash('kakao_conversation', `${botId}\n${userKey}`)}`
}

function toEvent(payload: SkillPayload, hash: KakaoDoorDependencies['hash']): InboundEvent {
  const conversationId = kakaoConversationId(hash, payload.bot.id, payload.user.id)
  const address = {
    channel: 'kakao',
    botId: payload.bot.isDevChannel ? `${payload.bot.id}!` : payload.bot.id,
    userKey: payload.user.id,
    isFriend: payload.user.isFriend,
    isTest: isOperatorsTest(payload),
  } as const
  const base = { conversationId, address, locale: payload.lang }
  const { delivery, consent } = payload.requestParams
  if (typeof delivery === 'string') {
    return { ...base, kind: 'visit', eventKey: `kakao-event:${delivery}`, text: '', asksForAnswer: true }
  }
  if (typeof consent === 'string') {
    return { ...base, kind: 'go_on', eventKey: `kakao-event:${consent}`, text: '' }
  }
  const fingerprint = hash('kakao_event', JSON.stringify([conversationId, payload.utterance, payload.clientExtra]))
  return {
    ...base,
    kind: 'message',
    eventKey: fingerprint,
    repeatWithinMs: REPEAT_WITHIN_MS,
    text: payload.utterance,
    choice: readTap(payload.clientExtra),
  }
}

// The development channel is a real KakaoTalk; the admin centre's two test panels are not.
function isOperatorsTest(payload: SkillPayload): boolean {
  return (
    payload.user.type === 'accountId' ||
    payload.surface === 'BuilderBotTest' ||
    String(payload.requestParams['ignoreMe']) === 'true'
  )
}

function toResponse(replies: readonly ActivityBody[]): SkillResponse {
  const last = replies.at(-1)
  const quickReplies = (last?.suggestedActions ?? []).map(({ label, prompt, value, nonce }) =>
    quickReply(label, { prompt: prompt ?? '', choice: value, ...(nonce === undefined ? {} : { nonce }) }),
  )
  return skillResponse({
    outputs: inBubbles(replies),
    quickReplies,
    data: Object.assign({}, ...replies.map((reply) => reply.channelData ?? {})),
  })
}

// KakaoTalk shows three bubbles at most; the last is the question, so what comes before it is joined.
function inBubbles(replies: readonly ActivityBody[]): readonly Output[] {
  if (replies.length <= MAX_OUTPUTS) return replies.map(toOutput)
  const joined = replies.slice(0, -(MAX_OUTPUTS - 1)).map(({ text = '' }) => text)
  return [simpleText(joined.join('\n\n')), ...replies.slice(-(MAX_OUTPUTS - 1)).map(toOutput)]
}

function toOutput({ text = '', link }: ActivityBody): Output {
  return link ? textCard({ description: text, buttons: [webLinkButton(link.label, link.url)] }) : simpleText(text)
}
