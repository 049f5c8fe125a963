import type { KakaoUser } from 'kakao-chatbot-skill-sdk/simulator'
import { z } from 'zod'

import type { Answers } from '../patient.ts'

/** What the bot showed last. */
type Shown = {
  readonly text: string
  readonly data: Readonly<Record<string, unknown>>
  readonly labels: readonly string[]
}
/** Somebody at one of the doors. */
export type Patient = {
  say(text: string): Promise<Shown>
  tap(label: string): Promise<Shown>
  /** All the bot has said. */
  heard(): string
}

/** What somebody says and does on the way to a number. */
export type Telling = {
  readonly says: string
  /** Said right after it, whatever is asked meanwhile. */
  readonly goesOn?: readonly string[]
  readonly answers: Answers
  /** Typed where there is nothing to tap. */
  readonly types?: Readonly<Record<string, string>>
  /** Stays away when asked this; `nothing`: when nothing is asked any more. */
  readonly leavesAt?: string
}

/** @returns the number; undefined for whoever leaves */
export async function tell(
  patient: Patient,
  { says, goesOn = [], answers, types = {}, leavesAt }: Telling,
): Promise<string | undefined> {
  let shown = await patient.say(says)
  for (const words of goesOn) shown = await patient.say(words)
  for (let count = 0; count < 20; count += 1) {
    const { ticket, prompt } = shown.data
    if (ticket) return z.object({ number: z.string() }).parse(ticket).number
    if ((prompt ?? 'nothing') === leavesAt) return undefined
    const typed = types[String(prompt)]
    const label = answers[String(prompt)]
    if (typed === undefined && label === undefined) throw new Error(`The bot asked ${String(prompt)}: ${shown.text}`)
    shown = typed === undefined ? await patient.tap(label ?? '') : await patient.say(typed)
  }
  throw new Error('There was no number.')
}

/** Somebody on KakaoTalk. */
export function onKakao(phone: KakaoUser): Patient {
  const toShown = (message: Awaited<ReturnType<typeof phone.say>>): Shown => ({
    text: JSON.stringify(message?.outputs),
    data: message?.data ?? {},
    labels: message?.quickReplies.map(({ label }) => label) ?? [],
  })
  return {
    say: async (text) => toShown(await phone.say(text)),
    tap: async (label) => toShown(await phone.tapQuickReply(label)),
    heard: () => JSON.stringify(phone.messages),
  }
}

const activitySet = z.object({
  watermark: z.string(),
  activities: z.array(
    z.object({
      from: z.object({ id: z.string() }),
      text: z.string().optional(),
      channelData: z.record(z.string(), z.unknown()).optional(),
      suggestedActions: z.object({ actions: z.array(z.object({ title: z.string(), value: z.unknown() })) }).optional(),
    }),
  ),
})

/** Somebody on the website, by Direct Line's own calls. */
export async function onTheWeb(at: {
  readonly productUrl: string
  readonly secret: string
  /** What the client calls its own activities. */
  readonly clientId: string
  readonly onToken: (token: string) => void
}): Promise<Patient> {
  const direct = `${at.productUrl}/v3/directline`
  const call = async (path: string, bearer: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${direct}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return response.json()
  }
  const opening = z.object({ token: z.string(), conversationId: z.string() })
  const { token, conversationId } = opening.parse(await call('tokens/generate', at.secret, {}))
  at.onToken(token)
  const path = `conversations/${conversationId}/activities`
  let watermark = ''
  let sayings = 0
  let heard = ''
  let actions: readonly { readonly title: string; readonly value: unknown }[] = []

  async function post(text: string, value?: unknown): Promise<Shown> {
    await call(path, token, {
      type: 'message',
      from: { id: 'dl_canary' },
      text,
      value,
      channelData: { clientActivityID: `${at.clientId}.${sayings++}` },
    })
    const read = activitySet.parse(await call(`${path}?watermark=${watermark}`, token))
    watermark = read.watermark
    const said = read.activities.filter(({ from }) => from.id === 'sori')
    heard += said.map((activity) => activity.text).join('\n')
    const last = said.at(-1)
    actions = last?.suggestedActions?.actions ?? []
    return {
      text: said.map((activity) => activity.text).join('\n'),
      data: Object.assign({}, ...said.map(({ channelData }) => channelData ?? {})),
      labels: actions.map(({ title }) => title),
    }
  }
  return {
    say: async (text) => post(text),
    tap: async (label) => {
      const action = actions.find(({ title }) => title === label)
      if (!action) throw new Error(`There is no button ${label} among ${actions.map(({ title }) => title).join(', ')}.`)
      return post(label, action.value)
    },
    heard: () => heard,
  }
}
