import type { Block } from './blockKit.ts'
import type { BlockElement } from './blockElements.ts'
import type { SlackIds } from '../state/slackIds.ts'

/** An element where a person meets it. */
export type PlacedElement = {
  readonly blockId: string
  readonly actionId: string
  readonly element: BlockElement
  /** What using it does at once: tells the app, or, in an input block that does not dispatch, only fills the form. */
  readonly use: 'sends' | 'fills'
  /** An input block that may not be left empty. */
  readonly isRequired: boolean
}

/** Every element a person can press, choose or fill in, in reading order. */
export const placedElements = (blocks: readonly Block[]): readonly PlacedElement[] => blocks.flatMap(placedIn)

const placedIn = (block: Block): readonly PlacedElement[] => {
  const place = (element: BlockElement, use: PlacedElement['use'] = 'sends', isRequired = false): PlacedElement => ({
    blockId: block.block_id ?? '',
    actionId: element.action_id ?? '',
    element,
    use,
    isRequired,
  })
  if (block.type === 'actions') return block.elements.map((element) => place(element))
  if (block.type === 'section' && block.accessory !== undefined && block.accessory.type !== 'image')
    return [place(block.accessory)]
  if (block.type === 'input')
    return [place(block.element, block.dispatch_action === true ? 'sends' : 'fills', block.optional !== true)]
  return []
}

/** Gives each block and element the app left unnamed an id, as Slack does. */
export const withIds = (blocks: readonly Block[], ids: SlackIds): readonly Block[] => {
  const named = <Element extends { readonly action_id?: string | undefined }>(element: Element) => ({
    ...element,
    action_id: element.action_id || ids.next('a'),
  })
  return blocks.map((given): Block => {
    const block: Block = { ...given, block_id: given.block_id || ids.next('b') }
    if (block.type === 'actions') return { ...block, elements: block.elements.map(named) }
    if (block.type === 'input') return { ...block, element: named(block.element) }
    if (block.type === 'section' && block.accessory !== undefined && block.accessory.type !== 'image')
      return { ...block, accessory: named(block.accessory) }
    return block
  })
}
