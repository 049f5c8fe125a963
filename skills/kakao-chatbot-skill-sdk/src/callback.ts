import * as z from 'zod/mini'
import { degrade } from './degrade.ts'
import { KakaoApiError } from './kakaoApiError.ts'
import { limits } from './limits.ts'
import { kakaoApiUrl, requestKakao, type Fetch } from './requestKakao.ts'
import type { SkillResponse } from './skillResponse.ts'

/** The one late answer a callback URL allows. */
export interface Callback {
  /**
   * Shows the response to the person, mended first where it breaks a limit. Works once, and only for a minute;
   * Kakao takes it from about a second after the acknowledgement on.
   * @throws {KakaoApiError} `rejected` where it was used before, came too late or Kakao refused it
   */
  readonly send: (response: SkillResponse) => Promise<void>
}

/** The URL as the payload brought it, and what may be called. */
export interface CallbackOptions {
  readonly callbackUrl: string | undefined
  /** Default `https://bot-api.kakao.com`, which is allowed in any case. */
  readonly baseUrl?: string
  readonly fetch?: Fetch
  readonly timeoutMs?: number
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

const resultSchema = z.object({ status: z.string() })

/** The URL comes from a request body: only Kakao's own origin is ever called. */
const isAllowed = (callbackUrl: string, baseUrl: string): boolean => {
  const url = URL.parse(callbackUrl)
  if (!url || url.username !== '' || url.password !== '') return false
  return url.origin === new URL(kakaoApiUrl).origin || url.origin === new URL(baseUrl).origin
}

/** The callback of a payload; `undefined` where the block offers none or the URL is not Kakao's. */
export const findCallback = ({
  callbackUrl,
  baseUrl = kakaoApiUrl,
  fetch = globalThis.fetch,
  timeoutMs = 5000,
  now = Date.now,
}: CallbackOptions): Callback | undefined => {
  if (callbackUrl === undefined || !isAllowed(callbackUrl, baseUrl)) return undefined
  const expiresAt = now() + limits.callbackLifetimeMs
  let isUsed = false
  return {
    send: async (response) => {
      if (isUsed) throw new KakaoApiError('rejected', 'The callback was used before')
      if (now() >= expiresAt) throw new KakaoApiError('rejected', 'The callback came too late')
      isUsed = true
      const result = await requestKakao(fetch, callbackUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(degrade(response)),
        timeoutMs,
      })
      const reading = z.safeParse(resultSchema, result)
      if (!reading.success) throw new KakaoApiError('unclear', 'Kakao gave no readable result')
      if (reading.data.status !== 'SUCCESS') throw new KakaoApiError('rejected', 'Kakao refused the callback')
    },
  }
}
