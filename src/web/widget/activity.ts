/** What a tap on a button sends back. */
export type TapValue = { readonly prompt?: string; readonly choice: string; readonly nonce?: string }

/** As much of an activity of Direct Line as the widget shows. */
export type Activity = {
  readonly type: string
  readonly id: string
  readonly from: { readonly role?: string }
  readonly text?: string
  readonly suggestedActions?: { readonly actions: readonly SuggestedAction[] }
  readonly attachments?: readonly Attachment[]
  readonly channelData?: { readonly clientActivityID?: string }
}

export type SuggestedAction = { readonly title: string; readonly value: TapValue }

/** A hero card, whose buttons lead to pages. */
type Attachment = {
  readonly content?: {
    readonly buttons?: readonly { readonly type: string; readonly title: string; readonly value: string }[]
  }
}

/** Activities and how far they reach. */
export type ActivitySet = { readonly activities: readonly Activity[]; readonly watermark?: string }
