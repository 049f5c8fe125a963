/** What outlives a reload of the page: which conversation, and the right to it. No words are kept. */
export type KeptConversation = { readonly conversationId: string; readonly token: string }

type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type ConversationKeeper = {
  find(): KeptConversation | undefined
  keep(conversation: KeptConversation): void
  forget(): void
  /** Whether the chat was open on the page before; undefined on the first page of the tab. */
  findOpen(): boolean | undefined
  keepOpen(isOpen: boolean): void
}

const storageKey = 'sori.conversation'
const openKey = 'sori.open'

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
    findOpen() {
      const wasOpen = attempt(() => openStorage().getItem(openKey))
      return wasOpen ? wasOpen === 'true' : undefined
    },
    keepOpen: (isOpen) => attempt(() => openStorage().setItem(openKey, String(isOpen))),
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
