import { KakaoApiError, type KakaoApiErrorCode } from './kakaoApiError.ts'

/** The part of `fetch` that is used, so that a test or a proxy can stand in. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

const codeOf = (status: number): KakaoApiErrorCode => {
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 429) return 'rate_limited'
  return status === 408 || status >= 500 ? 'unclear' : 'rejected'
}

const readRetryAfterMs = (response: Response): number | undefined => {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return Number.isNaN(seconds) ? undefined : seconds * 1000
}

/**
 * One call to Kakao, answered with JSON. Never repeated and never redirected.
 * @throws {KakaoApiError} when the answer is not 2xx with JSON, or none came within `timeoutMs`
 */
export const requestKakao = async (
  fetch: Fetch,
  url: string,
  { timeoutMs, ...init }: RequestInit & { readonly timeoutMs: number },
): Promise<unknown> => {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    if (response.ok) return await response.json()
    const { status } = response
    await response.body?.cancel()
    throw new KakaoApiError(codeOf(status), `Kakao answered ${status}`, {
      status,
      retryAfterMs: readRetryAfterMs(response),
    })
  } catch (cause) {
    if (cause instanceof KakaoApiError) throw cause
    throw new KakaoApiError('unclear', 'Kakao gave no readable answer', { cause })
  }
}

/** Where Kakao's bot API lives. */
export const kakaoApiUrl = 'https://bot-api.kakao.com'
