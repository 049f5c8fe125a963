import type { Block } from './blockKit.ts'
import type { BlockElement } from './blockElements.ts'
import { placedElements } from './placedElements.ts'

/** What one element holds, in the shape `view.state.values` carries it: its type and the field that fits the type. */
export type ElementValue = Readonly<Record<string, unknown>> & { readonly type: string }
/** By block id, then action id. */
export type ViewValues = Readonly<Record<string, Readonly<Record<string, ElementValue>>>>

/** The field of `state.values` and of an action in which each type of element tells its value. */
export const valueField = {
  plain_text_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  number_input: 'value',
  rich_text_input: 'rich_text_value',
  file_input: 'files',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  multi_users_select: 'selected_users',
  multi_channels_select: 'selected_channels',
  multi_conversations_select: 'selected_conversations',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
} as const satisfies Readonly<Record<Exclude<BlockElement['type'], 'button'>, string>>

/** Whether an element holds several choices. */
export const isMulti = (type: BlockElement['type']): boolean => type.startsWith('multi_') || type === 'checkboxes'

/** What a freshly opened view holds: each element's initial value, else null or an empty list. */
export const initialValues = (blocks: readonly Block[]): ViewValues => {
  const values: Record<string, Record<string, ElementValue>> = {}
  for (const { blockId, actionId, element } of placedElements(blocks))
    if (element.type !== 'button' && element.type !== 'overflow')
      values[blockId] = { ...values[blockId], [actionId]: initialValue(element.type, element) }
  return values
}

const initialValue = (type: keyof typeof valueField, element: Readonly<Record<string, unknown>>): ElementValue => {
  const field = valueField[type]
  const initial = element[field.replace('selected_', 'initial_').replace(/^value$/, 'initial_value')]
  return { type, [field]: initial ?? (isMulti(type) ? [] : null) }
}

/** The values of a view put in another's place: what a person had entered stays where block, action and type are the same. */
export const keptValues = (fresh: ViewValues, entered: ViewValues): ViewValues =>
  Object.fromEntries(
    Object.entries(fresh).map(([blockId, actions]) => [
      blockId,
      Object.fromEntries(
        Object.entries(actions).map(([actionId, value]) => {
          const before = entered[blockId]?.[actionId]
          return [actionId, before?.type === value.type ? before : value]
        }),
      ),
    ]),
  )

/** Values with one element's changed. */
export const withValue = (values: ViewValues, blockId: string, actionId: string, value: ElementValue): ViewValues => ({
  ...values,
  [blockId]: { ...values[blockId], [actionId]: value },
})
