import type { Output, QuickReply, SkillResponse } from '../skillResponse.ts'

/** One entry of the chat. `at` in milliseconds since the epoch. */
export type PhoneMessage =
  | { readonly from: 'user'; readonly text: string; readonly at: number }
  | {
      readonly from: 'bot'
      readonly outputs: readonly Output[]
      readonly quickReplies: readonly QuickReply[]
      /** `data` of the response. The phone does not show it; tests read it. */
      readonly data: Readonly<Record<string, unknown>>
      readonly at: number
    }

/** What the bot said, as the phone keeps it. */
export type BotMessage = Extract<PhoneMessage, { readonly from: 'bot' }>

/** A chat on a screen. */
export interface Phone {
  readonly messages: () => readonly PhoneMessage[]
  readonly quickReplies: () => readonly QuickReply[]
  readonly lastPrompt: () => string | undefined
  readonly showOwn: (text: string) => void
  readonly showAnswer: (response: SkillResponse) => BotMessage
  /** Tells the listeners that something other than the chat changed. */
  readonly announce: () => void
  readonly onChange: (listener: () => void) => () => void
}

/** `now` in milliseconds since the epoch. */
export const createPhone = (now: () => number): Phone => {
  const messages: PhoneMessage[] = []
  const listeners = new Set<() => void>()
  let lastPrompt: string | undefined

  const announce = (): void => {
    for (const listener of listeners) listener()
  }

  const add = <Message extends PhoneMessage>(message: Message): Message => {
    messages.push(message)
    announce()
    return message
  }

  return {
    messages: () => [...messages],
    quickReplies: () => {
      const newest = messages.at(-1)
      return newest?.from === 'bot' ? newest.quickReplies : []
    },
    lastPrompt: () => lastPrompt,
    showOwn: (text) => {
      add({ from: 'user', text, at: now() })
    },
    showAnswer: ({ template, data = {} }) => {
      lastPrompt = typeof data.prompt === 'string' ? data.prompt : undefined
      const { outputs = [], quickReplies = [] } = template ?? {}
      return add({ from: 'bot', outputs, quickReplies, data, at: now() })
    },
    announce,
    onChange: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
