/** What outlives a reload of the page: which conversation, and the right to it. No words are kept. */
export type KeptConversation = { readonly conversationId: string; readonly token: string }

type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type ConversationKeeper = {
  find(): KeptConversation | undefined
  keep(conversation: KeptConversation): void
  forget(): void
}

const storageKey = 'sori.conversation'

/**
 * Keeps the conversation for as long as the tab lives.
 *
 * @param openStorage a browser may forbid storage to a page; the conversation is then kept until the page is left
 */
export function createConversationKeeper(openStorage: () => TabStorage): ConversationKeeper {
  let kept = attempt(() => parse(openStorage().getItem(storageKey)))
  return {
    find: () => kept,
    keep({ conversationId, token }) {
      kept = { conversationId, token }
      attempt(() => openStorage().setItem(storageKey, JSON.stringify(kept)))
    },
    forget() {
      kept = undefined
      attempt(() => openStorage().removeItem(storageKey))
    },
  }
}

function parse(text: string | null): KeptConversation | undefined {
  const { conversationId, token } = JSON.parse(text ?? '{}') as Partial<KeptConversation>
  return conversationId && token ? { conversationId, token } : undefined
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
