/** A request that the server refused; anything else that goes wrong is the network's. */
class RefusedRequest extends Error {
  readonly status: number

  constructor(status: number) {
    super(`Refused with ${status}`)
    this.status = status
  }
}

/** The conversation is over for this client: its token has expired or is not taken, or it has ended. */
export function isOver(error: unknown): boolean {
  return error instanceof RefusedRequest && [401, 403, 404].includes(error.status)
}

/** The request itself is wrong, and would be every time. */
export function isFinal(error: unknown): boolean {
  return error instanceof RefusedRequest && error.status >= 400 && error.status < 500 && error.status !== 429
}

type DirectLineRequest = { readonly token?: string | undefined; readonly body?: unknown }

export type DirectLineHttp = <T>(method: 'GET' | 'POST', path: string, request?: DirectLineRequest) => Promise<T>

/** As much of `fetch` as is used. */
export type Fetch = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Record<string, string>
    readonly body: string | null
    readonly signal: AbortSignal
  },
) => Promise<Response>

const timeoutMs = 20_000

/**
 * Makes the function that calls Direct Line.
 *
 * @throws {RefusedRequest} by the function, for a status of 400 and more; what `fetch` throws where the network fails
 */
export function createDirectLineHttp(baseUrl: string, fetchFn: Fetch): DirectLineHttp {
  return async (method, path, { token, body } = {}) => {
    const response = await fetchFn(`${baseUrl}/v3/directline${path}`, {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new RefusedRequest(response.status)
    return response.json()
  }
}
