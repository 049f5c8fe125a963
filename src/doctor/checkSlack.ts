import type { WebClient } from '@slack/web-api'
import { z } from 'zod'

import type { Hospital } from '../hospital/hospital.ts'
import { type Finding, findingsOf } from './finding.ts'

/** What the desk's bot calls, and what it needs for that. */
const NEEDED_SCOPES = ['chat:write', 'commands', 'groups:history', 'groups:read'] as const
const { well, look, mend } = findingsOf('Slack')

const channelSchema = z.object({
  channel: z.object({
    name: z.string().optional(),
    is_member: z.boolean().optional(),
    is_archived: z.boolean().optional(),
    is_private: z.boolean().optional(),
    is_ext_shared: z.boolean().optional(),
  }),
})
const refusalSchema = z.object({ data: z.object({ error: z.string() }) })

/** Asks Slack who we are, what we may do, and whether every channel and person of the hospital file is there. */
export async function checkSlack(client: WebClient, hospital: Hospital): Promise<readonly Finding[]> {
  try {
    const me = await client.auth.test()
    const channels = new Set([
      ...hospital.departments.map(({ slackChannel }) => slackChannel),
      hospital.coordination.dutyChannel,
    ])
    const inChannels = await Promise.all([...channels].map(async (channel) => checkChannel(client, channel)))
    const people = await Promise.all(hospital.staff.map(async ({ slackUserId }) => checkPerson(client, slackUserId)))
    const found = [...checkScopes(me.response_metadata?.scopes), ...inChannels.flat(), ...people.flat()]
    return [well(`signed in to ${String(me.team)} as ${String(me.user)}`), ...found]
  } catch (error) {
    return [
      mend(`refuses us (${refusalOf(error)})`, 'Install the app again and copy its bot token into SLACK_BOT_TOKEN.'),
    ]
  }
}

// Slack tells the scopes of a token in a header; a stand-in may not.
function checkScopes(scopes: readonly string[] | undefined): readonly Finding[] {
  if (!scopes || scopes.length === 0)
    return [look('does not say which scopes we have', 'Compare them with docs/operations.md.')]
  const missing = NEEDED_SCOPES.filter((scope) => !scopes.includes(scope))
  return missing.map((scope) =>
    mend(`the scope ${scope} is missing`, 'Add it in the app’s OAuth settings, and install it again.'),
  )
}

async function checkChannel(client: WebClient, channel: string): Promise<readonly Finding[]> {
  try {
    const { channel: found } = channelSchema.parse(await client.conversations.info({ channel }))
    const name = found.name === undefined ? channel : `#${found.name}`
    return [
      ...(found.is_archived ? [mend(`${name} is archived`, 'Name another channel in the hospital file.')] : []),
      ...(found.is_member === false ? [mend(`the bot is not in ${name}`, `Invite it: /invite in ${name}.`)] : []),
      ...(found.is_ext_shared
        ? [mend(`${name} is shared with another organisation`, 'Use a channel of the hospital alone.')]
        : []),
      ...(found.is_private === false
        ? [look(`${name} is public`, 'Everybody in the workspace can read its cards.')]
        : []),
    ]
  } catch (error) {
    return [
      mend(`${channel} cannot be seen (${refusalOf(error)})`, 'Check the id in the hospital file, and invite the bot.'),
    ]
  }
}

async function checkPerson(client: WebClient, user: string): Promise<readonly Finding[]> {
  try {
    await client.users.info({ user })
    return []
  } catch (error) {
    const code = refusalOf(error)
    // The product works without the right to look people up.
    if (code === 'missing_scope') return []
    return [mend(`${user} is nobody here (${code})`, 'Correct the person’s slackUserId in the hospital file.')]
  }
}

function refusalOf(error: unknown): string {
  return refusalSchema.safeParse(error).data?.data.error ?? 'no answer'
}
