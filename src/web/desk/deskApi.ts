/** What came of a call: its answer, or the stable code of what went wrong (`offline` when nothing came back). */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: number; readonly code: string }

/** Calls the desk's own server. */
export type DeskApi = <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => Promise<Reply<T>>

const TIMEOUT_MS = 15_000

/**
 * Builds the caller.
 *
 * @param onReply told of every answer: a session lives on with each, and 401 means that it is over
 */
export function createDeskApi(onReply: (status: number) => void): DeskApi {
  return async (method, path, body) => {
    try {
      const response = await fetch(`/desk/${path}`, {
        method,
        headers: { 'x-sori-desk': '1', ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
        // A draft is still saved when the window is being closed.
        keepalive: method === 'PUT',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const value = response.status === 204 ? undefined : await response.json()
      onReply(response.status)
      return response.ok
        ? { ok: true, value }
        : { ok: false, status: response.status, code: value.error?.code ?? 'failed' }
    } catch {
      return { ok: false, status: 0, code: 'offline' }
    }
  }
}
