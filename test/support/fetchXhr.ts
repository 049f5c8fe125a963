/**
 * As much of XMLHttpRequest as rxjs 5 `ajax`, and so the real Direct Line client, uses in a browser; over fetch.
 */
export class FetchXhr {
  readyState = 0
  status = 0
  response: unknown = null
  responseText = ''
  responseType = ''
  timeout = 0
  withCredentials = false
  onreadystatechange: (() => void) | null = null
  ontimeout: (() => void) | null = null
  #request: { method: string; url: string; headers: Record<string, string> } = { method: 'GET', url: '', headers: {} }
  #responseHeaders = new Headers()
  readonly #controller = new AbortController()

  open(method: string, url: string): void {
    this.#request = { method, url, headers: {} }
  }

  setRequestHeader(name: string, value: string): void {
    this.#request.headers[name] = value
  }

  getResponseHeader(name: string): string | null {
    return this.#responseHeaders.get(name)
  }

  abort(): void {
    this.#controller.abort()
  }

  send(body?: string | FormData): void {
    void this.#send(body).catch(() => this.#finish())
  }

  async #send(body: string | FormData | undefined): Promise<void> {
    const { method, url, headers } = this.#request
    const options = { method, headers, body: body ?? null, signal: this.#controller.signal }
    const answer = await fetch(url, options)
    this.status = answer.status
    this.#responseHeaders = answer.headers
    if (this.responseType === 'arraybuffer') this.response = await answer.arrayBuffer()
    else this.response = parse(await answer.text())
    this.#finish()
  }

  #finish(): void {
    this.readyState = 4
    if (!this.#controller.signal.aborted) this.onreadystatechange?.()
  }
}

function parse(text: string): unknown {
  return text === '' ? null : JSON.parse(text)
}
