import type { Output, QuickReply } from '../skillResponse.ts'

/** Something on the phone that can be tapped, and what the tap says to the skill, if anything. */
export interface Tappable {
  readonly label: string
  readonly tap:
    | { readonly kind: 'message'; readonly text: string; readonly extra: Readonly<Record<string, unknown>> }
    | {
        readonly kind: 'block'
        readonly blockId: string
        readonly text: string
        readonly extra: Readonly<Record<string, unknown>>
      }
    /** Opens a page, dials, shares or hands over: the skill hears nothing. */
    | { readonly kind: 'silent' }
  /** How `flow.trigger.type` begins. */
  readonly trigger: 'CARD_BUTTON' | 'LIST_ITEM' | 'QUICKREPLY_BUTTON'
}

interface TapFields {
  readonly action?: string
  readonly blockId?: string
  readonly messageText?: string
  readonly extra?: Readonly<Record<string, unknown>>
}

const tapOf = (label: string, { action, blockId, messageText, extra = {} }: TapFields): Tappable['tap'] => {
  if (action === 'message') return { kind: 'message', text: messageText ?? label, extra }
  if (action === 'block' && blockId !== undefined) return { kind: 'block', blockId, text: messageText ?? label, extra }
  return { kind: 'silent' }
}

const cardTappables = (card: object): readonly Tappable[] => {
  const { buttons = [], items = [] } = card as {
    readonly buttons?: readonly (TapFields & { readonly label: string })[]
    readonly items?: readonly (TapFields & { readonly title: string })[]
  }
  return [
    ...buttons.map((button) => ({
      label: button.label,
      tap: tapOf(button.label, button),
      trigger: 'CARD_BUTTON' as const,
    })),
    ...items.map((item) => ({ label: item.title, tap: tapOf(item.title, item), trigger: 'LIST_ITEM' as const })),
  ]
}

/** Everything that can be tapped in some bubbles, in the order shown. */
export const outputTappables = (outputs: readonly Output[]): readonly Tappable[] =>
  outputs.flatMap((output) => {
    const cards: readonly object[] = 'carousel' in output ? output.carousel.items : Object.values(output)
    return cards.flatMap(cardTappables)
  })

/** A quick reply as something to tap. */
export const quickReplyTappable = (quickReply: QuickReply): Tappable => ({
  label: quickReply.label,
  tap: tapOf(quickReply.label, quickReply),
  trigger: 'QUICKREPLY_BUTTON',
})
