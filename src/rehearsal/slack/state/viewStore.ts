import type { ViewDescription } from '../blocks/blockKit.ts'
import type { SlackChanges } from './changes.ts'
import { slackApp } from './directory.ts'
import { initialValues, keptValues, type ViewValues } from '../blocks/viewValues.ts'
import { withIds } from '../blocks/placedElements.ts'
import type { SlackIds } from './slackIds.ts'
import { SlackRefusal } from './slackRefusal.ts'

/** A view as it goes over the wire: in answers of `views.*`, in submissions and in block actions. */
export type SlackView = ViewDescription & {
  readonly id: string
  readonly team_id: string
  readonly app_id: string
  readonly bot_id: string
  /** Changes with every update: what `views.update` compares. */
  readonly hash: string
  readonly state: { readonly values: ViewValues }
  readonly root_view_id: string
  readonly previous_view_id: string | null
}

/** Open modals, a stack per person, and home tabs. */
export type ViewStore = {
  /** Starts a new stack, replacing the one that was open. */
  readonly open: (userId: string, view: ViewDescription) => SlackView
  /** @throws SlackRefusal `not_found` where nothing is open, `push_limit_reached` at three */
  readonly push: (userId: string, view: ViewDescription) => SlackView
  readonly publish: (userId: string, view: ViewDescription) => SlackView
  /** Puts another description in a view's place: same id, new hash, what was typed kept where the ids are the same. */
  readonly update: (view: SlackView, description: ViewDescription) => SlackView
  readonly fill: (view: SlackView, values: ViewValues) => SlackView
  /** Closes a view and what lies on it. */
  readonly close: (userId: string, view: SlackView) => void
  readonly clear: (userId: string) => void
  /** Bottom first. */
  readonly stack: (userId: string) => readonly SlackView[]
  readonly home: (userId: string) => SlackView | undefined
  /** An open modal or a home tab, by its id or the app's own `external_id`. */
  readonly find: (by: {
    readonly id?: string | undefined
    readonly externalId?: string | undefined
  }) => SlackView | undefined
}

// Slack lets at most three modals lie on each other (docs.slack.dev/surfaces/modals).
const stackLimit = 3

export const createViewStore = (teamId: string, ids: SlackIds, changes: SlackChanges): ViewStore => {
  const stacks = new Map<string, readonly SlackView[]>()
  const homes = new Map<string, SlackView>()
  const stack = (userId: string) => stacks.get(userId) ?? []
  const show = (userId: string, views: readonly SlackView[]) => {
    stacks.set(userId, views)
    changes.tell({ kind: 'person', id: userId })
  }
  const build = (description: ViewDescription, under?: SlackView): SlackView => {
    const id = ids.next('V')
    const view = { ...description, blocks: [...withIds(description.blocks, ids)] }
    return {
      ...view,
      id,
      team_id: teamId,
      app_id: slackApp.appId,
      bot_id: slackApp.botId,
      hash: hashOf(ids),
      state: { values: initialValues(view.blocks) },
      root_view_id: under?.root_view_id ?? id,
      previous_view_id: under?.id ?? null,
    }
  }
  const put = (changed: SlackView): SlackView => {
    for (const [userId, views] of stacks)
      if (views.some((view) => view.id === changed.id))
        show(
          userId,
          views.map((view) => (view.id === changed.id ? changed : view)),
        )
    for (const [userId, home] of homes) if (home.id === changed.id) setHome(userId, changed)
    return changed
  }
  const setHome = (userId: string, view: SlackView): SlackView => {
    homes.set(userId, view)
    changes.tell({ kind: 'person', id: userId })
    return view
  }
  const update = (view: SlackView, description: ViewDescription): SlackView => {
    const next = build(description)
    const { id, root_view_id, previous_view_id } = view
    return put({
      ...next,
      id,
      root_view_id,
      previous_view_id,
      state: { values: keptValues(next.state.values, view.state.values) },
    })
  }
  return {
    open: (userId, description) => {
      const view = build(description)
      show(userId, [view])
      return view
    },
    push: (userId, description) => {
      const top = stack(userId).at(-1)
      if (top === undefined) throw new SlackRefusal('not_found')
      if (stack(userId).length >= stackLimit) throw new SlackRefusal('push_limit_reached')
      const view = build(description, top)
      show(userId, [...stack(userId), view])
      return view
    },
    publish: (userId, description) => {
      const shown = homes.get(userId)
      return shown === undefined ? setHome(userId, build(description)) : update(shown, description)
    },
    update,
    fill: (view, values) => put({ ...view, state: { values } }),
    close: (userId, view) => {
      const index = stack(userId).findIndex((one) => one.id === view.id)
      if (index >= 0) show(userId, stack(userId).slice(0, index))
    },
    clear: (userId) => show(userId, []),
    stack,
    home: (userId) => homes.get(userId),
    find: ({ id, externalId }) =>
      [...[...stacks.values()].flat(), ...homes.values()].find(
        (view) => view.id === id || (externalId !== undefined && externalId !== '' && view.external_id === externalId),
      ),
  }
}

const hashOf = (ids: SlackIds): string => `${ids.ts().split('.')[0] ?? ''}.${ids.next('h')}`
