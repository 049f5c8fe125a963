/** Values that come back in `action.clientExtra` when the button is tapped. Keep it flat; nesting is undocumented. */
export type Extra = Readonly<Record<string, unknown>>

/** Where a tap leads, per device. `web` wins over the others. */
export interface Link {
  readonly pc?: string
  readonly mobile?: string
  readonly web?: string
}

/** A picture at the head of a card: 2:1, or 1:1 with `fixedRatio`. */
export interface Thumbnail {
  readonly imageUrl: string
  readonly altText?: string
  readonly link?: Link
  readonly fixedRatio?: boolean
}

interface ButtonBase {
  /** At most 14 characters, 8 where two buttons stand side by side. */
  readonly label: string
}

/** Says `messageText` in the person's name; the skill hears it with `extra`. */
export interface MessageButton extends ButtonBase {
  readonly action: 'message'
  readonly messageText: string
  readonly extra?: Extra
}

/** Calls a block; the utterance is `messageText`, or the label without it. */
export interface BlockButton extends ButtonBase {
  readonly action: 'block'
  readonly blockId: string
  readonly messageText?: string
  readonly extra?: Extra
}

/** Opens the browser. The skill hears nothing of it. */
export interface WebLinkButton extends ButtonBase {
  readonly action: 'webLink'
  readonly webLinkUrl: string
}

/** Dials; hidden on a computer, so give the number as text too. */
export interface PhoneButton extends ButtonBase {
  readonly action: 'phone'
  readonly phoneNumber: string
}

/** `share` opens the share sheet; `operator` hands over to a person, where the channel has consulting switched on. */
export interface PlainButton extends ButtonBase {
  readonly action: 'share' | 'operator'
}

/** A button below a card, told apart by `action`. */
export type Button = MessageButton | BlockButton | WebLinkButton | PhoneButton | PlainButton

/** An answer offered below the newest bubble. It disappears with the next message. */
export type QuickReply = (Omit<MessageButton, 'messageText'> & { readonly messageText?: string }) | BlockButton

/** `vertical` holds three buttons, `horizontal` two. */
export type ButtonLayout = 'vertical' | 'horizontal'

interface WithButtons {
  readonly buttons?: readonly Button[]
  readonly buttonLayout?: ButtonLayout
}

/** Plain text. The phone folds it after about 500 characters. */
export interface SimpleText {
  readonly text: string
}

/** A picture by itself. */
export interface SimpleImage {
  readonly imageUrl: string
  readonly altText: string
}

/** Text with buttons. At least one of `title` and `description`. */
export interface TextCard extends WithButtons {
  readonly title?: string
  readonly description?: string
}

/** A card that must have a picture. */
export interface BasicCard extends WithButtons {
  readonly title?: string
  readonly description?: string
  readonly thumbnail: Thumbnail
  readonly forwardable?: boolean
}

/** Something for sale. `discountRate` needs `discountedPrice`. */
export interface CommerceCard extends WithButtons {
  readonly title?: string
  readonly description?: string
  readonly price: number
  readonly currency?: 'won'
  readonly discount?: number
  readonly discountRate?: number
  readonly discountedPrice?: number
  readonly thumbnails: readonly Thumbnail[]
  readonly profile?: { readonly nickname: string; readonly imageUrl?: string }
}

/** A line of a list card; tappable with a `link` or an `action`. */
export interface ListItem {
  readonly title: string
  readonly description?: string
  readonly imageUrl?: string
  readonly link?: Link
  readonly action?: 'block' | 'message'
  readonly blockId?: string
  readonly messageText?: string
  readonly extra?: Extra
}

/** Up to five lines under a heading. */
export interface ListCard extends WithButtons {
  readonly header: { readonly title: string }
  readonly items: readonly ListItem[]
}

/** Name and value pairs, such as a receipt. `head` and `profile` exclude each other. */
export interface ItemCard extends WithButtons {
  readonly itemList: readonly { readonly title: string; readonly description: string }[]
  readonly itemListAlignment?: 'left' | 'right'
  readonly itemListSummary?: { readonly title: string; readonly description: string }
  readonly thumbnail?: Thumbnail & { readonly width?: number; readonly height?: number }
  readonly head?: { readonly title: string }
  readonly profile?: {
    readonly title: string
    readonly imageUrl?: string
    readonly width?: number
    readonly height?: number
  }
  readonly imageTitle?: { readonly title: string; readonly description?: string; readonly imageUrl?: string }
  readonly title?: string
  readonly description?: string
}

/** Every card a carousel can hold, by its type. */
export interface CarouselCards {
  readonly textCard: TextCard
  readonly basicCard: BasicCard
  readonly commerceCard: CommerceCard
  readonly listCard: ListCard
  readonly itemCard: ItemCard
}

/** What stands before the cards of a carousel. */
export interface CarouselHeader {
  readonly title: string
  readonly description: string
  readonly thumbnail: { readonly imageUrl: string }
}

/** Cards of one type side by side. */
export type Carousel = {
  [Type in keyof CarouselCards]: {
    readonly type: Type
    readonly items: readonly CarouselCards[Type][]
    readonly header?: CarouselHeader
  }
}[keyof CarouselCards]

/** One component of `template.outputs`, told apart by its only key. */
export type Output =
  | { readonly simpleText: SimpleText }
  | { readonly simpleImage: SimpleImage }
  | { readonly textCard: TextCard }
  | { readonly basicCard: BasicCard }
  | { readonly commerceCard: CommerceCard }
  | { readonly listCard: ListCard }
  | { readonly itemCard: ItemCard }
  | { readonly carousel: Carousel }

/** Sets a context for the next turns. `lifeSpan` counts turns, 0 deletes; `ttl` is in seconds. */
export interface ContextValue {
  readonly name: string
  readonly lifeSpan: number
  readonly ttl?: number
  readonly params?: Readonly<Record<string, string>>
}

/** What the skill answers, exactly as it goes over the wire (SkillResponse 2.0). */
export interface SkillResponse {
  readonly version: '2.0'
  /** Required where the block's answer is "스킬데이터 사용"; absent for data only and for a callback's acknowledgement. */
  readonly template?: {
    readonly outputs: readonly Output[]
    readonly quickReplies?: readonly QuickReply[]
  }
  readonly context?: { readonly values: readonly ContextValue[] }
  /** For bubbles written in the admin centre: `{{#webhook.key}}`. */
  readonly data?: Readonly<Record<string, unknown>>
  /** True: the real answer follows by callback, and `template` stays out. */
  readonly useCallback?: boolean
}
