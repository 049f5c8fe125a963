import { randomUUID } from 'node:crypto'
import { limits } from '../limits.ts'
import type { SkillResponse } from '../skillResponse.ts'
import { judgeAnswer } from './skillCall.ts'

/** Kakao's reply to a callback, without task id and timestamp. */
interface CallbackReply {
  readonly status: 'SUCCESS' | 'FAIL'
  readonly message: string
}

/** The callback URLs given out: each good for one answer, for a minute, once the skill has acknowledged it. */
export interface CallbackTokens {
  /** A new token; `show` puts the answer on the phone. The bot test panel's cannot be used. */
  readonly offer: (show: (response: SkillResponse) => void, isForTesting: boolean) => string
  /** The skill answered `useCallback: true`. */
  readonly acknowledge: (token: string) => void
  readonly use: (token: string, body: string) => CallbackReply
}

interface Offer {
  readonly show: (response: SkillResponse) => void
  readonly isForTesting: boolean
  readonly expiresAt: number
  isAcknowledged: boolean
}

/** `now` in milliseconds since the epoch. */
export const createCallbackTokens = (now: () => number): CallbackTokens => {
  const offers = new Map<string, Offer>()
  return {
    offer: (show, isForTesting) => {
      const token = randomUUID().replaceAll('-', '')
      offers.set(token, { show, isForTesting, expiresAt: now() + limits.callbackLifetimeMs, isAcknowledged: false })
      return token
    },
    acknowledge: (token) => {
      const offer = offers.get(token)
      if (offer) offer.isAcknowledged = true
    },
    use: (token, body) => {
      const offer = offers.get(token)
      if (!offer || now() >= offer.expiresAt) return { status: 'FAIL', message: 'Invalid callback token' }
      if (offer.isForTesting) return { status: 'FAIL', message: 'Invalid callback token for testing purposes' }
      if (!offer.isAcknowledged) return { status: 'FAIL', message: 'The skill did not answer useCallback: true' }
      offers.delete(token)
      const judged = judgeAnswer(body)
      if (!judged.ok || !judged.response.template) return { status: 'FAIL', message: 'Invalid skill-json format' }
      offer.show(judged.response)
      return { status: 'SUCCESS', message: '' }
    },
  }
}
