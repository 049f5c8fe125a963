import { Client } from 'pg'

import { type DatabaseText, readWholeDatabase } from '../leaks.ts'
import { type Loop, until } from '../loop.ts'

/** Everywhere a canary is looked for. `stored`: every table as it lies there; `opened`: as whoever has the keys reads it. */
export const SURFACES = ['stored', 'opened', 'slack', 'events', 'log', 'mail', 'metrics'] as const
export type Surface = (typeof SURFACES)[number]

/** What was sent out of the product, by `fetch`. */
export type SentOut = { readonly url: string; readonly body: string }

/** Waits until nothing more is on its way. */
export async function settled(loop: Loop, withinMs = 60_000): Promise<void> {
  const client = new Client(loop.database.connectionString)
  await client.connect()
  await until(
    async () => {
      const { rows } = await client.query(`select 1 from outbox where state in ('pending', 'unclear') limit 1`)
      return rows.length === 0 ? true : undefined
    },
    'An empty outbox',
    withinMs,
  )
  await client.end()
}

/** Reads everything there is. */
export async function lookEverywhere(
  loop: Loop,
  {
    encryptionKeys,
    metricsToken,
    sentOut,
    logged,
  }: {
    readonly encryptionKeys: string
    readonly metricsToken: string
    readonly sentOut: readonly SentOut[]
    readonly logged: readonly string[]
  },
): Promise<Readonly<Record<Surface, string>>> {
  const database: DatabaseText = await readWholeDatabase(loop.database.connectionString, encryptionKeys)
  const metrics = await fetch(`${loop.productUrl}/metrics`, {
    headers: { authorization: `Bearer ${metricsToken}` },
  })
  const isEvent = ({ url }: { url: string }): boolean => new URL(url).pathname.includes('/bots/')
  const joined = (calls: readonly SentOut[]): string => calls.map(({ url, body }) => `${url} ${body}`).join('\n')
  return {
    ...database,
    slack: `${JSON.stringify(loop.slack.calls)}\n${joined(sentOut.filter((call) => !isEvent(call)))}`,
    events: joined(sentOut.filter(isEvent)),
    log: logged.join(''),
    mail: JSON.stringify(loop.mail.mails()),
    metrics: await metrics.text(),
  }
}

/** Notes what leaves by `fetch` from now on. @returns stops noting */
export function watchFetch({ productUrl }: Loop, sentOut: SentOut[]): () => void {
  const real = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!url.startsWith(productUrl)) sentOut.push({ url, body: await textOf(init?.body) })
    const response = await real(input, init)
    // What a press or a modal is answered with goes to Slack, too.
    if (url === `${productUrl}/slack/events`) sentOut.push({ url, body: await response.clone().text() })
    return response
  }
  return () => {
    globalThis.fetch = real
  }
}

/** A body as text; forms with their escapes undone. */
async function textOf(body: BodyInit | null | undefined): Promise<string> {
  const text = await new Response(body ?? null).text()
  return body instanceof URLSearchParams ? decodeURIComponent(text.replaceAll('+', ' ')) : text
}
