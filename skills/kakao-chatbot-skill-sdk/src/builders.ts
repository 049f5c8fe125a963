import type {
  BasicCard,
  BlockButton,
  CarouselCards,
  CarouselHeader,
  CommerceCard,
  ContextValue,
  Extra,
  ItemCard,
  ListCard,
  MessageButton,
  Output,
  PhoneButton,
  PlainButton,
  QuickReply,
  SkillResponse,
  TextCard,
  WebLinkButton,
} from './skillResponse.ts'

/** A bubble of plain text. */
export const simpleText = (text: string): Output => ({ simpleText: { text } })

/** A bubble with a picture; `altText` is what a screen reader says. */
export const simpleImage = (imageUrl: string, altText: string): Output => ({ simpleImage: { imageUrl, altText } })

/** Text with buttons. */
export const textCard = (card: TextCard): Output => ({ textCard: card })

/** A card with a picture. */
export const basicCard = (card: BasicCard): Output => ({ basicCard: card })

/** A card with a price. */
export const commerceCard = (card: CommerceCard): Output => ({ commerceCard: card })

/** A heading with up to five lines. */
export const listCard = (card: ListCard): Output => ({ listCard: card })

/** Name and value pairs. */
export const itemCard = (card: ItemCard): Output => ({ itemCard: card })

/** Cards of one type side by side; text and list cards take no header. */
export const carousel = <Type extends keyof CarouselCards>(
  type: Type,
  items: readonly CarouselCards[Type][],
  header?: CarouselHeader,
): Output => ({ carousel: { type, items, ...(header && { header }) } }) as Output

/** A button that says `messageText` (default: its label) in the person's name. */
export const messageButton = (label: string, messageText: string = label, extra?: Extra): MessageButton => ({
  label,
  action: 'message',
  messageText,
  ...(extra && { extra }),
})

/** A button, or quick reply, that calls a block; the person then says `messageText`, or the label without it. */
export const blockButton = (label: string, blockId: string, extra?: Extra, messageText?: string): BlockButton => ({
  label,
  action: 'block',
  blockId,
  ...(messageText !== undefined && { messageText }),
  ...(extra && { extra }),
})

/** A button that opens a page. */
export const webLinkButton = (label: string, webLinkUrl: string): WebLinkButton => ({
  label,
  action: 'webLink',
  webLinkUrl,
})

/** A button that dials. */
export const phoneButton = (label: string, phoneNumber: string): PhoneButton => ({
  label,
  action: 'phone',
  phoneNumber,
})

/** A button that hands the chat to a person. */
export const operatorButton = (label: string): PlainButton => ({ label, action: 'operator' })

/** A button that opens the share sheet. */
export const shareButton = (label: string): PlainButton => ({ label, action: 'share' })

/** An answer to tap. With its own label as text, typing the label means the same. */
export const quickReply = (label: string, extra?: Extra, messageText: string = label): QuickReply =>
  messageButton(label, messageText, extra)

/** Sets a context; `ttlSeconds` absent leaves Kakao's default. */
export const contextValue = (
  name: string,
  lifeSpan: number,
  params?: Readonly<Record<string, string>>,
  ttlSeconds?: number,
): ContextValue => ({
  name,
  lifeSpan,
  ...(ttlSeconds !== undefined && { ttl: ttlSeconds }),
  ...(params && { params }),
})

/** What `skillResponse` puts together. */
export interface SkillResponseParts {
  readonly outputs: readonly Output[]
  readonly quickReplies?: readonly QuickReply[]
  readonly contexts?: readonly ContextValue[]
  readonly data?: Readonly<Record<string, unknown>>
}

/** A whole answer. Empty lists are left out. Nothing is checked here: `validateResponse` does. */
export const skillResponse = ({
  outputs,
  quickReplies = [],
  contexts = [],
  data,
}: SkillResponseParts): SkillResponse => ({
  version: '2.0',
  template: { outputs, ...(quickReplies.length > 0 && { quickReplies }) },
  ...(contexts.length > 0 && { context: { values: contexts } }),
  ...(data && { data }),
})

/** The acknowledgement that announces a callback; `data` feeds the block's waiting message. */
export const callbackAcknowledgement = (data?: Readonly<Record<string, unknown>>): SkillResponse => ({
  version: '2.0',
  useCallback: true,
  ...(data && { data }),
})
