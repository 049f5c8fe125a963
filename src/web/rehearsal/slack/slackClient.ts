import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Where something is pressed: on a message, or in a view. */
export type Place = { readonly channel: string; readonly ts: string } | { readonly viewId: string }

/** What a person does, as the stand-in's control API takes it; who does it is added when it is sent. */
export type PersonAct =
  | ({ readonly kind: 'click'; readonly actionId: string } & Place)
  | ({ readonly kind: 'select'; readonly actionId: string; readonly value: string } & Place)
  | { readonly kind: 'submit'; readonly viewId: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'close' }
  | { readonly kind: 'command'; readonly command: string; readonly text: string; readonly channel: string }
  | { readonly kind: 'say'; readonly channel: string; readonly text: string; readonly threadTs?: string }

/** What the app made of it. */
export type ActAnswer = {
  /** HTTP status; 0 where nothing was sent or nothing came back. */
  readonly status: number
  readonly problem?: string
  /** Of a submitted form. */
  readonly errors?: Readonly<Record<string, string>>
}

/** A question before a button does what it says. */
export type Question = {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
  readonly isDanger: boolean
}

/** What everything drawn in the Slack column can reach. */
export type SlackClient = {
  /** Does it as the person chosen; undefined where it cannot be done, which is shown. */
  readonly act: (act: PersonAct) => Promise<ActAnswer | undefined>
  readonly ask: (question: Question) => Promise<boolean>
  readonly nameOf: (userId: string) => string
  readonly channelNameOf: (channelId: string) => string
}

export const SlackContext = createContext<SlackClient>({
  act: () => Promise.resolve(undefined),
  ask: () => Promise.resolve(false),
  nameOf: (id) => id,
  channelNameOf: (id) => id,
})

/** The Slack one looks at. */
export function useSlack(): SlackClient {
  return useContext(SlackContext)
}
