import type { BlockElement, BlockOption } from '../blocks/blockElements.ts'
import { CannotAct } from './cannotAct.ts'
import { isMulti, valueField, type ElementValue } from '../blocks/viewValues.ts'

/**
 * What an element holds once a person has entered or chosen something: option values for menus, ids for people and
 * channels, text for text fields, seconds for a point in time.
 * @throws CannotAct where the element offers no such thing
 */
export const chosenValue = (element: BlockElement, given: string | readonly string[]): ElementValue => {
  const { type } = element
  if (type === 'button') throw new CannotAct('a button holds no value')
  const many = typeof given === 'string' ? [given] : given
  const values = many.map((value) => oneValue(element, value))
  return { type, [valueField[type]]: isMulti(type) ? values : (values[0] ?? null) }
}

const oneValue = (element: BlockElement, value: string): unknown => {
  if ('options' in element || 'option_groups' in element) return optionOf(element, value)
  if (element.type.endsWith('external_select')) return { text: { type: 'plain_text', text: value }, value }
  return element.type === 'datetimepicker' ? Number(value) : value
}

const optionOf = (element: BlockElement, value: string): BlockOption => {
  const option = optionsOf(element).find((one) => one.value === value)
  if (option === undefined) throw new CannotAct(`${element.action_id} offers no ${value}`)
  return option
}

const optionsOf = (element: BlockElement): readonly BlockOption[] => {
  if (element.type === 'static_select' || element.type === 'multi_static_select')
    return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)]
  return element.type === 'overflow' || element.type === 'radio_buttons' || element.type === 'checkboxes'
    ? element.options
    : []
}
