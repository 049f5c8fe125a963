/** What came of a call: its answer, or why there is none. */
export type Posted<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

/** Posts JSON to a stand-in. Never throws. */
export async function postJson<T>(url: string, body: object): Promise<Posted<T>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const value = await response.json()
    return response.ok ? { ok: true, value } : { ok: false, problem: value.error?.message ?? String(response.status) }
  } catch (error) {
    return { ok: false, problem: String(error) }
  }
}
