import type { WebClient } from '@slack/web-api'
import { z } from 'zod'

import type { SlackReference } from '../../../src/delivery/delivery.ts'

/** Where and since when to look. */
export type Search = {
  readonly channel: string
  /** The message whose thread to look in; absent: the channel itself. */
  readonly threadTs?: string | undefined
  readonly since: Date
  readonly deliveryId: string
}

/** A message of ours, and the ticket revision it shows (0 when it shows none). */
type Posted = { readonly reference: SlackReference; readonly revision: number }

export type SearchResult =
  | { readonly kind: 'found'; readonly posted: Posted }
  | { readonly kind: 'absent' }
  /** There is more than was looked through. */
  | { readonly kind: 'too_much' }

const PAGE_SIZE = 200
const PAGE_LIMIT = 10

const messageSchema = z.object({
  ts: z.string(),
  metadata: z.object({ event_payload: z.object({ delivery: z.string(), revision: z.number().default(0) }) }),
})

/**
 * Looks for the message of a delivery by the id in its metadata.
 *
 * @throws what the Web API client throws
 */
export async function findPosted(client: WebClient, search: Search): Promise<SearchResult> {
  let cursor: string | undefined
  for (let page = 0; page < PAGE_LIMIT; page += 1) {
    const { messages, next } = await readPage(client, search, cursor)
    const posted = messages.map((message) => readPosted(message, search)).find((found) => found !== undefined)
    if (posted) return { kind: 'found', posted }
    if (!next) return { kind: 'absent' }
    cursor = next
  }
  return { kind: 'too_much' }
}

async function readPage(client: WebClient, { channel, threadTs, since }: Search, cursor: string | undefined) {
  const asked = {
    channel,
    oldest: String(since.getTime() / 1000),
    inclusive: true,
    include_all_metadata: true,
    limit: PAGE_SIZE,
    ...(cursor === undefined ? {} : { cursor }),
  }
  const page =
    threadTs === undefined
      ? await client.conversations.history(asked)
      : await client.conversations.replies({ ...asked, ts: threadTs })
  const messages: readonly unknown[] = page.messages ?? []
  return { messages, next: page.response_metadata?.next_cursor }
}

function readPosted(message: unknown, { channel, deliveryId }: Search): Posted | undefined {
  const { data } = messageSchema.safeParse(message)
  if (data?.metadata.event_payload.delivery !== deliveryId) return undefined
  return { reference: { channel, ts: data.ts }, revision: data.metadata.event_payload.revision }
}
