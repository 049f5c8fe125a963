import { chosenValue } from './chosenValue.ts'
import type { Answer } from '../link/delivery.ts'
import type { SlackUser } from '../state/directory.ts'
import { blockActionsPayload, type ActionPart } from './payloads.ts'
import { notSent, type PersonParts } from './personParts.ts'
import { CannotAct } from './cannotAct.ts'
import { findElement, sightOf, type Place, type Sight } from './sight.ts'
import { withValue } from '../blocks/viewValues.ts'

type Press = Place & {
  readonly actionId: string
  /** The press of a card as it was earlier: this value is sent, whether or not the button is still there. */
  readonly value?: string | undefined
}

type Choice = Place & {
  readonly actionId: string
  /** Option values for menus, ids for people and channels, text for text fields; several for a multi-select. */
  readonly value: string | readonly string[]
}

/** Pressing buttons and choosing in menus, on messages, in modals and on the home tab. */
export type Pressing = {
  readonly click: (press: Press) => Promise<Answer>
  /** A click on a button that leads to a page: Slack opens the page and tells the app as well. */
  readonly clickUrl: (press: Press) => Promise<Answer & { readonly url: string }>
  /** In a form that does not dispatch this only fills the field: status 0, problem `not_sent`. */
  readonly select: (choice: Choice) => Promise<Answer>
}

export const createPressing = (user: SlackUser, { workspace, send, responseUrl }: PersonParts): Pressing => {
  const { team, ids, triggers, views, responseUrls } = workspace

  const urlFor = ({ kind, channel, message }: Exclude<Sight, { kind: 'view' }>): string => {
    const original = { ts: message.ts, isEphemeral: kind === 'ephemeral' }
    return responseUrl(responseUrls.issue({ userId: user.id, channel: channel.id, original }))
  }
  const act = (sight: Sight, action: ActionPart): Promise<Answer> => {
    const part = {
      action: { ...action, action_ts: ids.ts() },
      triggerId: triggers.issue(user.id),
      responseUrl: sight.kind === 'view' ? undefined : urlFor(sight),
    }
    return send('interactive', blockActionsPayload(user, team, sight, part))
  }
  const click = async (press: Press): Promise<Answer> => {
    const sight = sightOf(user.id, press, workspace)
    return act(sight, pressedButton(sight, press))
  }

  return {
    click,
    clickUrl: async (press) => {
      const button = findElement(sightOf(user.id, press, workspace), press.actionId)?.element
      const url = button?.type === 'button' ? button.url : undefined
      if (url === undefined) throw new CannotAct(`${press.actionId} leads to no page`)
      return { ...(await click(press)), url }
    },
    select: async ({ actionId, value, ...place }) => {
      const sight = sightOf(user.id, place, workspace)
      const placed = findElement(sight, actionId)
      if (placed === undefined) throw new CannotAct(`there is no ${actionId} to choose from`)
      const { blockId, element, use } = placed
      const chosen = chosenValue(element, value)
      const filled: Sight =
        sight.kind === 'view' && element.type !== 'overflow'
          ? {
              kind: 'view',
              view: views.fill(sight.view, withValue(sight.view.state.values, blockId, actionId, chosen)),
            }
          : sight
      return use === 'fills' ? notSent : act(filled, { ...chosen, action_id: actionId, block_id: blockId })
    },
  }
}

const pressedButton = (sight: Sight, { actionId, value }: Press): ActionPart => {
  const placed = findElement(sight, actionId)
  if (placed?.element.type === 'button') {
    const { type, text } = placed.element
    return { type, action_id: actionId, block_id: placed.blockId, text, value: value ?? placed.element.value }
  }
  if (value === undefined) throw new CannotAct(`there is no button ${actionId} to press`)
  return { type: 'button', action_id: actionId, block_id: 'gone', text: { type: 'plain_text', text: actionId }, value }
}
