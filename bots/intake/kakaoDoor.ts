import {
  createSkillHandler,
  findCallback,
  type SkillHandler,
  type SkillPayload,
  type SkillResponse,
} from 'kakao-chatbot-skill-sdk'
import { isChatPhoto, readSecureImages } from 'kakao-chatbot-skill-sdk/secure-images'

import type { Hospital } from '../../src/hospital/hospital.ts'
import type { PhotoSource } from '../../src/photos/photo.ts'
import { apologise, askForPatience } from './apologise.ts'
import type { InboundEvent, RunTurn } from './inbound.ts'
import { createKakaoResponses, type KakaoResponses, wantsMore } from './kakaoResponse.ts'
import { answerInTime } from './lateAnswer.ts'
import { readTap } from './tapValue.ts'
import type { UnseenAnswers } from './unseen.ts'

/** The same words or the same tap within this time are one: KakaoTalk gives messages no id (and each try a new footprint). */
const REPEAT_WITHIN_MS = 3_000
/** Nobody types a sentence twice because they mean it twice: its answer was lost on the way. */
const REPEAT_SENTENCE_WITHIN_MS = 10 * 60_000
const SENTENCE_CHARS = 20
/** How long KakaoTalk keeps photos, where it does not say. */
const PHOTO_LIFETIME_MS = 10 * 60_000

/** Where photos may lie: on the open internet, or wherever what stands in for Kakao keeps them. */
type PhotoOrigins = { readonly open: readonly string[]; readonly trusted: readonly string[] }

export type KakaoDoorDependencies = {
  readonly runTurn: RunTurn
  readonly hospital: Hospital
  readonly secrets: readonly string[]
  readonly botId: string | undefined
  /** Kakao's API, whose host alone is called back. */
  readonly apiUrl: string
  readonly photoOrigins: PhotoOrigins
  readonly unseen: UnseenAnswers
  readonly now: () => Date
  readonly hash: (purpose: string, value: string) => string
  readonly log: { warn(fields: object, message: string): void }
}

/** The door of KakaoTalk: one skill call is one turn, answered whole in its response. */
export function createKakaoDoor(deps: KakaoDoorDependencies): SkillHandler {
  const responses = createKakaoResponses(deps.hospital.kakao)
  const { toResponse } = responses
  return createSkillHandler({
    secrets: deps.secrets,
    botId: deps.botId,
    answer: (payload) => answer(deps, responses, payload),
    lastResort: (payload) =>
      toResponse(apologise(deps.hospital, { text: payload?.utterance ?? '', locale: payload?.lang })),
    onError: (code) => deps.log.warn({ code }, 'a KakaoTalk call was not answered as meant'),
  })
}

function answer(
  deps: KakaoDoorDependencies,
  { toResponse, nextPart }: KakaoResponses,
  payload: SkillPayload,
): Promise<SkillResponse> {
  const { hospital, unseen, apiUrl, log } = deps
  const event = { ...toEvent(payload, deps), readOn: wantsMore(payload) ? nextPart : undefined }
  const { conversationId, eventKey } = event
  return answerInTime({
    turn: deps.runTurn(event),
    toResponse,
    // Kakao takes no callback for the admin centre's test panel.
    callback: isOperatorsTest(payload)
      ? undefined
      : findCallback({ callbackUrl: payload.callbackUrl, baseUrl: apiUrl }),
    slow: () => toResponse(askForPatience(hospital, { text: payload.utterance, locale: payload.lang })),
    note: () => unseen.note(conversationId, eventKey),
    forget: () => unseen.forget(conversationId, eventKey),
    log,
  })
}

/** Our id for a person's conversation with a bot on KakaoTalk: a keyed hash, so that no table has to hold their key. */
function kakaoConversationId(hash: KakaoDoorDependencies['hash'], botId: string, userKey: string): string {
  return `kakao-${hash('kakao_conversation', `${botId}\n${userKey}`)}`
}

function toEvent(payload: SkillPayload, deps: KakaoDoorDependencies): InboundEvent {
  const { hash } = deps
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
  const sent = readPhotos(payload, deps)
  if (sent) {
    // Their addresses are signed, so that no two sendings are alike.
    const eventKey = hash('kakao_photos', JSON.stringify([conversationId, sent]))
    return { ...base, kind: 'message', eventKey, text: '', photos: sent }
  }
  const fingerprint = hash('kakao_event', JSON.stringify([conversationId, payload.utterance, payload.clientExtra]))
  // Its address is no word of the person, and is kept nowhere.
  if (isChatPhoto(payload)) {
    const file = { text: '', channelData: { attachments: true } }
    return { ...base, ...file, kind: 'message', eventKey: fingerprint, repeatWithinMs: REPEAT_WITHIN_MS }
  }
  return {
    ...base,
    kind: 'message',
    eventKey: fingerprint,
    repeatWithinMs: payload.utterance.length < SENTENCE_CHARS ? REPEAT_WITHIN_MS : REPEAT_SENTENCE_WITHIN_MS,
    text: payload.utterance,
    choice: readTap(payload.clientExtra),
  }
}

/** What the plugin sent: none where its list cannot be read; undefined where the call is no plugin's. */
function readPhotos(
  payload: SkillPayload,
  { photoOrigins, hospital, now }: KakaoDoorDependencies,
): readonly PhotoSource[] | undefined {
  const { open, trusted } = photoOrigins
  const found = readSecureImages(payload, { allowedOrigins: [...open, ...trusted] })
  if (!found) return payload.block.id !== undefined && payload.block.id === hospital.kakao.photoBlockId ? [] : undefined
  const expiresAt = new Date(Math.min(found.expiresAt ?? Infinity, now().getTime() + PHOTO_LIFETIME_MS))
  return found.images.map(({ urls }) => ({ urls, expiresAt }))
}

// The development channel is a real KakaoTalk; the admin centre's two test panels are not.
function isOperatorsTest(payload: SkillPayload): boolean {
  return (
    payload.user.type === 'accountId' ||
    payload.surface === 'BuilderBotTest' ||
    String(payload.requestParams['ignoreMe']) === 'true'
  )
}
