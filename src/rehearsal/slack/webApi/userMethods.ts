import { z } from 'zod'
import { slackApp, type SlackUser } from '../state/directory.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import { method, type WebApiMethod } from './webApiMethod.ts'
import type { Workspace } from '../state/workspace.ts'

/** `users.*`: see docs.slack.dev/reference/methods. */
export const userMethods: Readonly<Record<string, WebApiMethod>> = {
  'users.info': method(z.object({ user: z.string() }), (args, workspace) => {
    if (args.user === slackApp.userId)
      return { user: describe({ id: slackApp.userId, name: slackApp.name }, true, workspace) }
    const user = workspace.directory.findUser(args.user)
    if (user === undefined) throw new SlackRefusal('user_not_found')
    return { user: describe(user, false, workspace) }
  }),

  'users.lookupByEmail': method(z.object({ email: z.string() }), (args, workspace) => {
    const user = workspace.directory.users.find((one) => one.email?.toLowerCase() === args.email.toLowerCase())
    if (user === undefined) throw new SlackRefusal('users_not_found')
    return { user: describe(user, false, workspace) }
  }),
}

const describe = (user: SlackUser, isBot: boolean, { team }: Workspace) => ({
  id: user.id,
  team_id: team.id,
  name: user.name,
  real_name: user.name,
  deleted: false,
  is_bot: isBot,
  profile: {
    real_name: user.name,
    display_name: user.name,
    ...(user.email === undefined ? {} : { email: user.email }),
  },
})
