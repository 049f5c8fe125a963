import { CannotAct } from './cannotAct.ts'
import type { Conversation } from '../state/directory.ts'
import type { EphemeralMessage, SlackMessage } from '../state/messageStore.ts'
import { placedElements, type PlacedElement } from '../blocks/placedElements.ts'
import type { SlackView } from '../state/viewStore.ts'
import type { Workspace } from '../state/workspace.ts'

/** Where to look: a message by channel and ts, a view by its id; neither: the topmost modal, else the home tab. */
export type Place = {
  readonly channel?: string | undefined
  readonly ts?: string | undefined
  readonly viewId?: string | undefined
}

/** What a person has before them. */
export type Sight =
  | { readonly kind: 'message'; readonly channel: Conversation; readonly message: SlackMessage }
  | { readonly kind: 'ephemeral'; readonly channel: Conversation; readonly message: EphemeralMessage }
  | { readonly kind: 'view'; readonly view: SlackView }

export type OpenModal = Extract<SlackView, { readonly type: 'modal' }>

/** @throws CannotAct where the person sees no such thing */
export const sightOf = (userId: string, place: Place, workspace: Workspace): Sight =>
  place.channel === undefined
    ? { kind: 'view', view: viewBefore(userId, place.viewId, workspace) }
    : messageBefore(userId, place.channel, place.ts ?? '', workspace)

const viewBefore = (userId: string, viewId: string | undefined, { views }: Workspace): SlackView => {
  const home = views.home(userId)
  const seen = [...(home === undefined ? [] : [home]), ...views.stack(userId)]
  const view = viewId === undefined ? seen.at(-1) : seen.find((one) => one.id === viewId)
  if (view === undefined) throw new CannotAct(`${userId} has no such view open`)
  return view
}

/**
 * An open modal: the topmost, or the one with that id.
 * @throws CannotAct
 */
export const modalBefore = (userId: string, viewId: string | undefined, { views }: Workspace): OpenModal => {
  const stack = views.stack(userId)
  const modal = viewId === undefined ? stack.at(-1) : stack.find((view) => view.id === viewId)
  if (modal?.type !== 'modal') throw new CannotAct(`${userId} has no such modal open`)
  return modal
}

const messageBefore = (userId: string, channelId: string, ts: string, workspace: Workspace): Sight => {
  const channel = channelBefore(userId, channelId, workspace)
  const message = workspace.messages.find(channelId, ts)
  if (message !== undefined) return { kind: 'message', channel, message }
  const ephemeral = workspace.messages.findEphemeral(userId, ts)
  if (ephemeral?.channel !== channelId) throw new CannotAct(`${userId} sees no message ${ts} in ${channelId}`)
  return { kind: 'ephemeral', channel, message: ephemeral }
}

/** @throws CannotAct where the person is not in that channel */
export const channelBefore = (userId: string, channelId: string, { directory }: Workspace): Conversation => {
  const channel = directory.findConversation(channelId)
  if (channel?.members.includes(userId) !== true) throw new CannotAct(`${userId} is not in ${channelId}`)
  return channel
}

/** The element with that action id, where it is in sight. */
export const findElement = (sight: Sight, actionId: string): PlacedElement | undefined =>
  placedElements(blocksOf(sight)).find((placed) => placed.actionId === actionId)

const blocksOf = (sight: Sight) => (sight.kind === 'view' ? sight.view.blocks : (sight.message.blocks ?? []))
