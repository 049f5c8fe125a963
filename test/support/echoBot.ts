import type { InboundEvent, RunTurn, Transcript, TurnOutcome } from '../../bots/intake/inbound.ts'
import type { ActivityBody, TranscriptActivity } from '../../src/conversations/session.ts'

export type EchoBot = {
  readonly runTurn: RunTurn
  readonly transcript: Transcript
  /** Events that ran, without repeats. */
  readonly events: readonly InboundEvent[]
  /** Highest sequence each conversation's client has confirmed. */
  readonly received: ReadonlyMap<string, number>
  /** Says something nobody asked for, as the hospital's answer does. @param isHeard false: the news of it gets lost */
  say(conversationId: string, body: ActivityBody, isHeard?: boolean): Promise<void>
}

/** A bot that greets, repeats what it hears and remembers it in memory. `secret` said by a user is not kept. */
export function createEchoBot(now: () => number): EchoBot {
  const conversations = new Map<string, TranscriptActivity[]>()
  const listeners = new Map<string, Set<() => void>>()
  const outcomes = new Map<string, TurnOutcome>()
  const events: InboundEvent[] = []
  const received = new Map<string, number>()

  const add = (conversationId: string, fromBot: boolean, body: ActivityBody, isHeard = true): number => {
    const activities = conversations.get(conversationId) ?? []
    const sequence = (activities.at(-1)?.sequence ?? now()) + 1
    conversations.set(conversationId, [...activities, { sequence, fromBot, at: new Date(now()), body }])
    if (isHeard) for (const listener of listeners.get(conversationId) ?? []) listener()
    return sequence
  }

  const run = (event: InboundEvent): TurnOutcome => {
    events.push(event)
    const { conversationId, kind, text, from, channelData } = event
    if (text === 'boom') throw new Error('secret detail')
    const isKept = kind === 'message' && text !== 'secret'
    const sequence = isKept ? add(conversationId, false, { type: 'message', text, from, channelData }) : undefined
    const replies = repliesTo(event)
    for (const reply of replies) add(conversationId, true, reply)
    return { replies, sequence }
  }

  return {
    events,
    received,
    async runTurn(event) {
      const outcome = outcomes.get(event.eventKey) ?? run(event)
      outcomes.set(event.eventKey, outcome)
      return outcome
    },
    transcript: {
      async list(conversationId, afterSequence) {
        return (conversations.get(conversationId) ?? []).filter(({ sequence }) => sequence > afterSequence)
      },
      async follow(conversationId, listener) {
        const following = listeners.get(conversationId) ?? new Set()
        listeners.set(conversationId, following.add(listener))
        return async () => void following.delete(listener)
      },
      async received(conversationId, upToSequence) {
        received.set(conversationId, upToSequence)
      },
    },
    async say(conversationId, body, isHeard) {
      add(conversationId, true, body, isHeard)
    },
  }
}

function repliesTo({ kind, text, choice, channelData }: InboundEvent): readonly ActivityBody[] {
  if (kind === 'visit') return []
  if (kind === 'start') return [greeting]
  if (text === 'bye') return [{ type: 'endOfConversation' }]
  if (choice) return [{ type: 'message', text: `tapped ${choice.prompt}/${choice.value}/${choice.nonce ?? ''}` }]
  if (channelData?.['attachments']) return [{ type: 'message', text: `${text} with files` }]
  return [{ type: 'message', text: `you said ${text}` }]
}

const greeting: ActivityBody = {
  type: 'message',
  text: 'hello',
  suggestedActions: [
    { value: 'complaint', label: '불편 접수', nonce: 'n1' },
    { value: 'status', label: '접수 확인', prompt: 'status.number' },
  ],
  link: { label: '동의서 보기', url: 'https://example.test/consent/1' },
  channelData: { prompt: 'menu' },
}
