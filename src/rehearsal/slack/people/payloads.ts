import { slackApp, type SlackTeam, type SlackUser } from '../state/directory.ts'
import type { Sight } from './sight.ts'
import type { SlackView } from '../state/viewStore.ts'
import { wireMessage } from '../webApi/wireMessage.ts'

// The shapes of docs.slack.dev/reference/interaction-payloads and docs.slack.dev/apis/events-api.

// Slack's old verification token still travels in every payload; nothing may trust it.
const oldToken = 'rehearsal'

/** What every interaction carries. */
const common = (type: string, user: SlackUser, team: SlackTeam) => ({
  type,
  team: { id: team.id, domain: team.domain },
  user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
  api_app_id: slackApp.appId,
  token: oldToken,
  is_enterprise_install: false,
  enterprise: null,
})

export type ActionPart = Readonly<Record<string, unknown>>

/** A press or a choice. `responseUrl` is absent for views, which have none. */
export const blockActionsPayload = (
  user: SlackUser,
  team: SlackTeam,
  sight: Sight,
  part: { readonly action: ActionPart; readonly triggerId: string; readonly responseUrl: string | undefined },
) => ({
  ...common('block_actions', user, team),
  ...placePart(sight, team),
  trigger_id: part.triggerId,
  response_url: part.responseUrl,
  actions: [part.action],
})

const placePart = (sight: Sight, team: SlackTeam) => {
  if (sight.kind === 'view') return { container: { type: 'view', view_id: sight.view.id }, view: sight.view }
  const { channel, message } = sight
  const isEphemeral = sight.kind === 'ephemeral'
  const container = {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: isEphemeral,
    thread_ts: message.threadTs,
  }
  // An ephemeral message is not told again: all an app has of it is the container.
  const source = sight.kind === 'ephemeral' ? {} : { message: wireMessage(sight.message, team.id) }
  return { container, channel: channelPart(channel), ...source, state: { values: {} } }
}

/** A private channel's name is not told in payloads. */
const channelPart = ({ id, name, kind, isPrivate }: Extract<Sight, { kind: 'message' }>['channel']) => ({
  id,
  name: kind === 'channel' && isPrivate ? 'privategroup' : name,
})

export const viewSubmissionPayload = (user: SlackUser, team: SlackTeam, view: SlackView, triggerId: string) => ({
  ...common('view_submission', user, team),
  trigger_id: triggerId,
  view,
  response_urls: [],
})

export const viewClosedPayload = (user: SlackUser, team: SlackTeam, view: SlackView, isCleared: boolean) => ({
  ...common('view_closed', user, team),
  view,
  is_cleared: isCleared,
})

export const shortcutPayload = (
  user: SlackUser,
  team: SlackTeam,
  callbackId: string,
  at: { readonly ts: string; readonly triggerId: string },
) => ({
  ...common('shortcut', user, team),
  callback_id: callbackId,
  action_ts: at.ts,
  trigger_id: at.triggerId,
})

/** A slash command: flat text fields. */
export const commandPayload = (
  user: SlackUser,
  team: SlackTeam,
  said: { readonly command: string; readonly text: string; readonly triggerId: string; readonly responseUrl: string },
  channel: Extract<Sight, { kind: 'message' }>['channel'],
): Readonly<Record<string, string>> => ({
  token: oldToken,
  team_id: team.id,
  team_domain: team.domain,
  channel_id: channel.id,
  channel_name: channelPart(channel).name,
  user_id: user.id,
  user_name: user.name,
  command: said.command,
  text: said.text,
  api_app_id: slackApp.appId,
  is_enterprise_install: 'false',
  response_url: said.responseUrl,
  trigger_id: said.triggerId,
})

/** An Events API callback around one event. @param at seconds since 1970 */
export const eventPayload = (team: SlackTeam, event: ActionPart, eventId: string, at: number) => ({
  token: oldToken,
  team_id: team.id,
  api_app_id: slackApp.appId,
  event,
  type: 'event_callback',
  event_id: eventId,
  event_time: at,
  authorizations: [
    { enterprise_id: null, team_id: team.id, user_id: slackApp.userId, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
})
