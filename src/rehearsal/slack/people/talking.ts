import type { Answer } from '../link/delivery.ts'
import type { Conversation, SlackUser } from '../state/directory.ts'
import { commandPayload, eventPayload, shortcutPayload, type ActionPart } from './payloads.ts'
import { notSent, type PersonParts } from './personParts.ts'
import { applyResponse } from '../webApi/responseMessage.ts'
import type { ResponseTarget } from '../state/responseUrls.ts'
import { channelBefore } from './sight.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import type { Workspace } from '../state/workspace.ts'

/** Commands, shortcuts, messages and the home tab. */
export type Talking = {
  /** @param channelId absent: the first channel the person is in */
  readonly command: (command: string, text: string, channelId?: string) => Promise<Answer>
  readonly globalShortcut: (callbackId: string) => Promise<Answer>
  /** Says something in a channel, or in a thread of it. The app hears it only where message events are sent. */
  readonly say: (channelId: string, text: string, threadTs?: string) => Promise<Answer & { readonly ts: string }>
  readonly openHome: () => Promise<Answer>
}

export const createTalking = (user: SlackUser, parts: PersonParts): Talking => {
  const { workspace, send } = parts
  const { team, ids, triggers, responseUrls, messages, views, directory } = workspace
  const tell = (event: ActionPart): Promise<Answer> =>
    send('events_api', eventPayload(team, event, ids.next('Ev'), Math.floor(workspace.now() / 1000)))

  return {
    command: async (command, text, channelId) => {
      const channel = channelBefore(user.id, channelId ?? firstChannel(user.id, workspace), workspace)
      const target = { userId: user.id, channel: channel.id }
      const responseUrl = parts.responseUrl(responseUrls.issue(target))
      const said = { command, text, responseUrl, triggerId: triggers.issue(user.id) }
      const answer = await send('slash_commands', commandPayload(user, team, said, channel))
      return showCommandAnswer(answer, target, workspace)
    },
    globalShortcut: (callbackId) =>
      send(
        'interactive',
        shortcutPayload(user, team, callbackId, { ts: ids.ts(), triggerId: triggers.issue(user.id) }),
      ),
    say: async (channelId, text, threadTs) => {
      const channel = channelBefore(user.id, channelId, workspace)
      const { ts } = messages.add(channel.id, { user: user.id, text, threadTs })
      if (!parts.sendMessageEvents) return { ...notSent, ts }
      const said = { type: 'message', channel: channel.id, user: user.id, text, ts, thread_ts: threadTs, event_ts: ts }
      return { ...(await tell({ ...said, channel_type: channelTypeOf(channel) })), ts }
    },
    openHome: () => {
      const home = views.home(user.id)
      const opened = { type: 'app_home_opened', user: user.id, channel: directory.openDm(user.id)?.id, tab: 'home' }
      return tell({ ...opened, event_ts: ids.ts(), view: home })
    },
  }
}

const channelTypeOf = ({ kind, isPrivate }: Conversation): string => {
  if (kind === 'dm') return 'im'
  return isPrivate ? 'group' : 'channel'
}

const firstChannel = (userId: string, { directory }: Workspace): string =>
  directory.channels.find((channel) => channel.members.includes(userId))?.id ?? ''

/** A slash command may be answered in the body of the response, with text or with a message. */
const showCommandAnswer = (answer: Answer, target: ResponseTarget, workspace: Workspace): Answer => {
  if (answer.status !== 200 || answer.body === undefined) return answer
  try {
    applyResponse(typeof answer.body === 'string' ? { text: answer.body } : answer.body, target, workspace)
    return answer
  } catch (error) {
    if (error instanceof SlackRefusal) return { ...answer, problem: error.code }
    throw error
  }
}
