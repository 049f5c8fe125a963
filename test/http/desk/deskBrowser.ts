import type { DeskServer } from './deskServer.ts'

/** What came back: `body` is parsed JSON where there was any. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // eslint-disable-next-line typescript/no-explicit-any -- a test looks into any answer
  readonly body: any
}

export type Call = { readonly headers?: Record<string, string | undefined>; readonly raw?: string }

/** Calls the desk as its page does, keeping the cookie as a browser would. */
export function openDeskBrowser({ url }: Pick<DeskServer, 'url'>) {
  let cookie: string | undefined

  async function call(method: string, path: string, body?: unknown, { headers = {}, raw }: Call = {}): Promise<Answer> {
    const sent = { 'x-sori-desk': '1', 'sec-fetch-site': 'same-origin', origin: url, cookie, ...headers }
    const response = await fetch(url + path, {
      method,
      headers: Object.fromEntries(
        Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      ...(raw !== undefined || body !== undefined ? { body: raw ?? JSON.stringify(body) } : {}),
    })
    const [set] = response.headers.getSetCookie()
    if (set) cookie = set.includes('Max-Age=0') ? undefined : set.split(';')[0]
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined }
  }

  return {
    call,
    cookie: () => cookie,
    get: async (path: string, options?: Call) => call('GET', path, undefined, options),
    post: async (path: string, body?: unknown, options?: Call) => call('POST', path, body, options),
    put: async (path: string, body?: unknown, options?: Call) => call('PUT', path, body, options),
  }
}

export type DeskBrowser = ReturnType<typeof openDeskBrowser>

/** A browser in which a link of that person's was opened. */
export async function signInByLink(
  server: DeskServer,
  slackUserId: string,
  ticketNumber?: string,
): Promise<DeskBrowser> {
  const browser = openDeskBrowser(server)
  const { status } = await browser.post('/desk/session', {
    token: tokenOf(await server.signIn.createLink(slackUserId, ticketNumber)),
  })
  if (status !== 200) throw new Error(`The link signed nobody in: ${String(status)}.`)
  return browser
}

export function tokenOf(link: string): string {
  return new URL(link).pathname.split('/')[2] ?? ''
}
