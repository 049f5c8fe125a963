import { SlackRefusal } from './slackRefusal.ts'

/** Where an answer through a response URL lands. */
export type ResponseTarget = {
  readonly userId: string
  readonly channel: string
  /** The message whose button was pressed; absent for slash commands. */
  readonly original?: { readonly ts: string; readonly isEphemeral: boolean }
}

export type ResponseUrls = {
  /** @returns the last part of the URL: a bearer secret in Slack, a count here */
  readonly issue: (target: ResponseTarget) => string
  /** @throws SlackRefusal `expired_url` for an unknown or old one, `used_url` after five uses */
  readonly use: (id: string) => ResponseTarget
}

// Five answers within thirty minutes (docs.slack.dev/interactivity/handling-user-interaction).
const lifetimeMs = 30 * 60_000
const usesAllowed = 5

export const createResponseUrls = (now: () => number): ResponseUrls => {
  const issued = new Map<string, { readonly target: ResponseTarget; readonly at: number; readonly uses: number }>()
  return {
    issue: (target) => {
      const id = `R${issued.size + 1}`
      issued.set(id, { target, at: now(), uses: 0 })
      return id
    },
    use: (id) => {
      const url = issued.get(id)
      if (url === undefined || now() - url.at > lifetimeMs) throw new SlackRefusal('expired_url')
      if (url.uses >= usesAllowed) throw new SlackRefusal('used_url')
      issued.set(id, { ...url, uses: url.uses + 1 })
      return url.target
    },
  }
}
