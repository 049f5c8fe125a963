import { cardsOf, cardValue, type Loop, until } from './loop.ts'

const COORDINATOR = 'U0HANEUL0'

/** A ticket's own page at the desk, as its script calls it. */
export type DeskOfTicket = {
  /** @param path from the ticket's own on */
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object): Promise<T>
}

/** Presses the button on a ticket's card, and answers the coordinator's own link to its page. */
export async function deskLinkOf(loop: Loop, number: string): Promise<string> {
  const card = await until(() => cardsOf(loop, number)[0], 'The card')
  const before = linksTo(loop).length
  const at = { channel: card.channel, ts: card.ts, value: cardValue(card) }
  await loop.slack.as(COORDINATOR).click({ ...at, actionId: 'ticket_view' })
  return until(() => linksTo(loop)[before], 'The desk link')
}

/** Signs the coordinator in by that link. */
export async function deskOf(loop: Loop, number: string): Promise<DeskOfTicket> {
  const link = await deskLinkOf(loop, number)
  const headers = { 'content-type': 'application/json', 'x-sori-desk': '1', origin: loop.productUrl }
  const opened = await fetch(`${loop.productUrl}/desk/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token: link.split('/').at(-1) }),
  })
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''

  async function call(path: string, options: RequestInit): Promise<never> {
    const url = `${loop.productUrl}/desk/api/tickets/${number}${path}`
    return (await fetch(url, { ...options, headers: { ...headers, cookie } })).json() as Promise<never>
  }

  return {
    get: (path) => call(path, {}),
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  }
}

function linksTo({ slack, productUrl }: Loop): readonly string[] {
  return JSON.stringify(slack.ephemerals(COORDINATOR)).match(new RegExp(`${productUrl}/desk/[\\w-]{20,}`, 'g')) ?? []
}
