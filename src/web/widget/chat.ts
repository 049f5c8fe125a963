import { addActivity, addSaying, markSaying, type ChatItem } from './chatItems.ts'
import { createDirectLineClient, type DirectLineClientOptions, type Saying } from './directLineClient.ts'

/** What the chat shows. */
export type ChatState = {
  readonly items: readonly ChatItem[]
  readonly connection: 'unopened' | 'connecting' | 'online' | 'offline'
  /** The bot says that it is writing. */
  readonly isTyping: boolean
}

export type Chat = {
  /** Connects, the first time. */
  start(): void
  /** Says something; a saying that was not sent may be said again as it is. */
  say(saying: Saying): void
  retryNow(): void
  stop(): void
}

export type ChatOptions = Pick<DirectLineClientOptions, 'baseUrl' | 'locale' | 'keeper' | 'fetch' | 'pace'> & {
  readonly onChange: (state: ChatState) => void
}

/** A conversation as the widget shows it: what came from the server, and what is on its way there. */
export function createChat({ onChange, ...options }: ChatOptions): Chat {
  let state: ChatState = { items: [], connection: 'unopened', isTyping: false }
  const change = (changes: Partial<ChatState>): void => {
    state = { ...state, ...changes }
    onChange(state)
  }
  const client = createDirectLineClient({
    ...options,
    onActivities: ({ activities }) => {
      const items = activities.reduce(addActivity, state.items)
      change({ items, isTyping: activities.at(-1)?.type === 'typing' })
    },
    onConnection: (isOnline) => change({ connection: isOnline ? 'online' : 'offline' }),
    onNewConversation: () =>
      change({ items: [...state.items, { kind: 'newConversation', id: `new-${state.items.length}` }] }),
  })
  const send = async (saying: Saying): Promise<void> => {
    const isSent = await client.send(saying)
    change({ items: markSaying(state.items, saying.id, isSent ? 'sent' : 'failed') })
  }

  return {
    start() {
      if (state.connection !== 'unopened') return
      change({ connection: 'connecting' })
      client.start()
    },
    say(saying) {
      change({ items: addSaying(state.items, saying) })
      void send(saying)
    },
    retryNow: () => client.retryNow(),
    stop: () => client.stop(),
  }
}
