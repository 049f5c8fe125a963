import { z } from 'zod'
import { readView, type ViewDescription } from '../blocks/blockKit.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import type { SlackView } from '../state/viewStore.ts'
import { method, type WebApiMethod } from './webApiMethod.ts'

const opening = z.object({ trigger_id: z.string(), view: z.unknown() })

/** `views.*`: see docs.slack.dev/reference/methods. */
export const viewMethods: Readonly<Record<string, WebApiMethod>> = {
  'views.open': method(opening, (args, { triggers, views }) => {
    const view = parseView(args.view, 'modal')
    return { view: views.open(triggers.exchange(args.trigger_id), view) }
  }),

  'views.push': method(opening, (args, { triggers, views }) => {
    const view = parseView(args.view, 'modal')
    return { view: views.push(triggers.exchange(args.trigger_id), view) }
  }),

  'views.update': method(
    z.object({
      view: z.unknown(),
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
    }),
    (args, { views }) => {
      const shown = views.find({ id: args.view_id, externalId: args.external_id })
      if (shown === undefined) throw new SlackRefusal('not_found')
      const view = parseView(args.view, shown.type)
      checkHash(args.hash, shown)
      return { view: views.update(shown, view) }
    },
  ),

  'views.publish': method(
    z.object({ view: z.unknown(), user_id: z.string(), hash: z.string().optional() }),
    (args, { directory, views }) => {
      if (directory.findUser(args.user_id) === undefined) throw new SlackRefusal('user_not_found')
      const view = parseView(args.view, 'home')
      checkHash(args.hash, views.home(args.user_id))
      return { view: views.publish(args.user_id, view) }
    },
  ),
}

/**
 * A view the app describes.
 * @throws SlackRefusal `invalid_arguments` with the reasons: unlike messages, views get no `invalid_blocks` from Slack
 */
export const parseView = (given: unknown, type: 'modal' | 'home'): ViewDescription => {
  const view = readView(given)
  if (!view.ok) throw new SlackRefusal('invalid_arguments', view.problem)
  if (view.value.type !== type)
    throw new SlackRefusal('invalid_arguments', [`[ERROR] must be a ${type} [json-pointer:/view/type]`])
  return view.value
}

const checkHash = (hash: string | undefined, shown: SlackView | undefined): void => {
  if (hash !== undefined && hash !== '' && shown !== undefined && hash !== shown.hash)
    throw new SlackRefusal('hash_conflict')
}
