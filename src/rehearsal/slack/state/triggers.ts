import { SlackRefusal } from './slackRefusal.ts'

/** The tickets that let the app open a modal for the person who just did something. */
export type Triggers = {
  readonly issue: (userId: string) => string
  /**
   * Whose ticket it is; it is spent by this.
   * @throws SlackRefusal `invalid_trigger_id`, `exchanged_trigger_id`, `expired_trigger_id`
   */
  readonly exchange: (triggerId: string) => string
}

// A trigger lives three seconds and works once (docs.slack.dev/interactivity/handling-user-interaction).
const lifetimeMs = 3000

export const createTriggers = (now: () => number): Triggers => {
  const issued = new Map<string, { readonly userId: string; readonly at: number; readonly isSpent: boolean }>()
  return {
    issue: (userId) => {
      const id = `${issued.size + 1}.${Math.floor(now())}.rehearsal`
      issued.set(id, { userId, at: now(), isSpent: false })
      return id
    },
    exchange: (triggerId) => {
      const trigger = issued.get(triggerId)
      if (trigger === undefined) throw new SlackRefusal('invalid_trigger_id')
      if (trigger.isSpent) throw new SlackRefusal('exchanged_trigger_id')
      if (now() - trigger.at > lifetimeMs) throw new SlackRefusal('expired_trigger_id')
      issued.set(triggerId, { ...trigger, isSpent: true })
      return trigger.userId
    },
  }
}
