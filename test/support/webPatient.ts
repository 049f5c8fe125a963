import { randomUUID } from 'node:crypto'

import { until } from './loop.ts'
import { AGREES, type Answers } from './patient.ts'

/** A Direct Line activity, as far as a patient looks at it. */
export type WebActivity = {
  readonly id: string
  readonly from: { readonly id: string }
  readonly text?: string
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: unknown }[] }
  readonly channelData?: {
    readonly prompt?: string
    readonly clientActivityID?: string
    readonly ticket?: { readonly number: string }
  }
}

type Opened = { readonly conversationId: string; readonly token: string; readonly streamUrl: string }
type Saying = { readonly id: string; readonly text: string; readonly value?: unknown }

/** Somebody on the website whose client, like the widget, sends the same activity again until it is taken. */
export type WebPatient = {
  readonly conversationId: string
  readonly token: string
  /** What came from the bot so far, by all reads together, each activity once. */
  readonly seen: readonly WebActivity[]
  readonly watermark: string
  /** One try. @returns the status; undefined when there was no answer */
  post(saying: Saying): Promise<number | undefined>
  /** Reads what came since the last read. */
  read(): Promise<void>
  /** Sends until it is taken, and answers what the bot said last after it; undefined where it said nothing. */
  say(text: string, value?: unknown): Promise<WebActivity | undefined>
  /** Taps a choice of what the bot said last. */
  tap(label: string): Promise<WebActivity | undefined>
  /** The address of a stream from the watermark on. */
  openStream(): Promise<string>
}

/**
 * Opens a conversation, or comes to one that is open. `productUrl` may answer otherwise with each call, where several
 * instances serve.
 */
export async function comeToSite(
  productUrl: () => string,
  opened?: Pick<WebPatient, 'conversationId' | 'token'>,
): Promise<WebPatient> {
  const call = async (method: string, path: string, token?: string, body?: unknown): Promise<Response | undefined> => {
    const url = productUrl()
    const credential = token === undefined ? { origin: url } : { authorization: `Bearer ${token}` }
    return fetch(`${url}/v3/directline${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...credential },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    }).catch(() => undefined)
  }
  const insist = async <T>(method: string, path: string, token?: string, body?: unknown): Promise<T> =>
    until(async () => {
      const answer = await call(method, path, token, body)
      return answer?.ok === true ? ((await answer.json().catch(() => undefined)) as T | undefined) : undefined
    }, `${method} ${path}`)

  const { token, conversationId } = opened ?? (await insist<Opened>('POST', '/tokens/generate', undefined, {}))
  await insist<Opened>('POST', '/conversations', token, { locale: 'ko-KR' })
  const here = `/conversations/${conversationId}`
  const seen: WebActivity[] = []
  let watermark = ''

  async function read(): Promise<void> {
    type Page = { readonly activities: readonly WebActivity[]; readonly watermark: string }
    const page = await insist<Page>('GET', `${here}/activities?watermark=${watermark}`, token)
    seen.push(...page.activities)
    watermark = page.watermark
  }
  const post = async ({ id, text, value }: Saying): Promise<number | undefined> => {
    const body = { type: 'message', from: { id: 'dl_patient' }, text, value, channelData: { clientActivityID: id } }
    return (await call('POST', `${here}/activities`, token, body))?.status
  }
  const last = (): WebActivity | undefined => seen.findLast(({ from }) => from.id === 'sori')

  async function say(text: string, value?: unknown): Promise<WebActivity | undefined> {
    const before = last()
    const saying = { id: randomUUID(), text, value }
    await until(async () => ((await post(saying)) === 200 ? true : undefined), 'An accepted activity')
    await read()
    if (last() === before) {
      // What was said before consent is gone with the process that held it: coming back, as every client does, is greeted.
      await openStream()
      await read()
    }
    return last() === before ? undefined : last()
  }
  const openStream = async (): Promise<string> =>
    (await insist<Opened>('GET', `${here}?watermark=${watermark}`, token)).streamUrl

  await read()
  return {
    conversationId,
    token,
    seen,
    get watermark() {
      return watermark
    },
    post,
    read,
    say,
    async tap(label) {
      const action = last()?.suggestedActions?.actions.find(({ title }) => title === label)
      if (!action) throw new Error(`Nothing says [${label}].`)
      return say(label, action.value)
    },
    openStream,
  }
}

/**
 * Tells a complaint on the website and taps through to the number, beginning anew where the bot has forgotten.
 *
 * @returns the ticket's number
 */
export async function fileOnSite(patient: WebPatient, story: string, answers: Answers = AGREES): Promise<string> {
  let shown = await patient.say(story)
  for (let tries = 0; tries < 60; tries += 1) {
    const { ticket, prompt = 'nothing' } = shown?.channelData ?? {}
    if (ticket) return ticket.number
    const label = answers[prompt]
    if (prompt !== 'menu' && label === undefined) throw new Error(`The bot asked ${prompt}.`)
    shown = label === undefined ? await patient.say(story) : await patient.tap(label)
  }
  throw new Error('There was no number.')
}
