import { setTimeout as delay } from 'node:timers/promises'

import { type Callback, callbackAcknowledgement, type SkillResponse } from 'kakao-chatbot-skill-sdk'

import { describeError } from '../../src/describeError.ts'
import type { TurnOutcome } from './inbound.ts'
import type { KakaoResponses } from './kakaoResponse.ts'

/** KakaoTalk waits five seconds, the way there and back included; the SDK gives up after 3.5. What is left is for the answer itself. */
const WAIT_MS = 3_000
/** Where a callback is offered, nobody has to be kept waiting that long. */
const WAIT_WITH_CALLBACK_MS = 2_500
/** A callback is taken from about a second after its acknowledgement on. */
const CALLBACK_FROM_MS = 1_000

type Running = {
  readonly turn: Promise<TurnOutcome>
  readonly toResponse: KakaoResponses['toResponse']
  readonly callback: Callback | undefined
  /** What is said instead when the answer takes too long. */
  readonly slow: () => SkillResponse
  readonly note: () => Promise<void>
  readonly forget: () => Promise<void>
  readonly log: { warn(fields: object, message: string): void }
}

/**
 * The answer of a turn, in time: the turn's own where it is quick; else the acknowledgement of a callback that brings it;
 * else a word that it takes longer, and it is shown with whatever is said next.
 */
export async function answerInTime(running: Running): Promise<SkillResponse> {
  const { turn, toResponse, callback, slow, note } = running
  const outcome = await within(turn, callback ? WAIT_WITH_CALLBACK_MS : WAIT_MS)
  if (outcome) return toResponse(outcome.replies)
  await note()
  if (!callback) return slow()
  void callBack(running, callback)
  return callbackAcknowledgement()
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const patience = new AbortController()
  try {
    return await Promise.race([work, delay(ms, undefined, { signal: patience.signal })])
  } finally {
    patience.abort()
  }
}

// What may not have arrived stays noted: better shown twice than never.
async function callBack({ turn, toResponse, forget, log }: Running, callback: Callback): Promise<void> {
  try {
    const [{ replies }] = await Promise.all([turn, delay(CALLBACK_FROM_MS)])
    await callback.send(toResponse(replies))
    await forget()
  } catch (error) {
    log.warn(describeError(error), 'a callback did not go through')
  }
}
