import type { BlockOption } from '../../../rehearsal/slack/blocks/blockElements.ts'

/** A menu whose choices the app wrote into the block. */
export type Menu = {
  readonly action_id?: string | undefined
  readonly placeholder?: { readonly text: string } | undefined
  readonly initial_option?: BlockOption | undefined
  readonly options?: readonly BlockOption[] | undefined
  readonly option_groups?: readonly { readonly options: readonly BlockOption[] }[] | undefined
}

/** Every choice of a menu, groups laid end to end. */
export function optionsOf({ options = [], option_groups: groups = [] }: Menu): readonly BlockOption[] {
  return [...options, ...groups.flatMap((group) => group.options)]
}
