import { z } from 'zod'
import { chosenValue } from './chosenValue.ts'
import type { Answer } from '../link/delivery.ts'
import { placedElements } from '../blocks/placedElements.ts'
import { CannotAct } from './cannotAct.ts'
import { SlackRefusal } from '../state/slackRefusal.ts'
import type { SlackView } from '../state/viewStore.ts'
import { valueField, withValue, type ViewValues } from '../blocks/viewValues.ts'
import { parseView } from '../webApi/viewMethods.ts'
import type { Workspace } from '../state/workspace.ts'

/** What a person enters, by block id: option values for menus, ids for people, text for text fields. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** What became of a submitted form. */
export type SubmitAnswer = Answer & {
  readonly ok: boolean
  /** What stands beside the fields, by block id: from the app, or from Slack's client, which then sent nothing. */
  readonly errors?: Readonly<Record<string, string>>
}

/**
 * The values of a view with a person's entries in them.
 * @throws CannotAct for a field the view does not have
 */
export const enteredValues = (view: SlackView, entries: FormValues): ViewValues => {
  const placed = placedElements(view.blocks)
  return Object.entries(entries).reduce((values, [blockId, entry]) => {
    const field = placed.find((one) => one.blockId === blockId)
    if (field === undefined) throw new CannotAct(`the view has no field ${blockId}`)
    return withValue(values, blockId, field.actionId, chosenValue(field.element, entry))
  }, view.state.values)
}

/** What Slack's client itself finds wrong before it sends a form: required fields left empty, text too short or too long. */
export const clientErrors = (view: SlackView, values: ViewValues): Readonly<Record<string, string>> => {
  const found = placedElements(view.blocks).flatMap(({ blockId, actionId, element, isRequired }) => {
    if (element.type === 'button') return []
    const value = values[blockId]?.[actionId]?.[valueField[element.type]] ?? ''
    if (isEmpty(value)) return isRequired ? [[blockId, 'Please complete this required field.']] : []
    const { min_length: min, max_length: max } = lengthsOf.parse(element)
    if (typeof value !== 'string' || (value.length >= min && value.length <= max)) return []
    return [[blockId, `Please enter between ${min} and ${max} characters.`]]
  })
  return Object.fromEntries(found)
}

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0)
const lengthsOf = z.object({ min_length: z.number().default(0), max_length: z.number().default(3000) })

const submissionResponse = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.enum(['update', 'push']), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
])

/** Does to the open views what the app's answer to a submission says; an answer Slack cannot use leaves them as they are. */
export const applySubmission = (
  userId: string,
  view: SlackView,
  answer: Answer,
  workspace: Workspace,
): SubmitAnswer => {
  if (answer.status < 200 || answer.status > 299) return { ...answer, ok: false }
  if (answer.body === undefined || answer.body === '') {
    workspace.views.close(userId, view)
    return { ...answer, ok: true }
  }
  const response = submissionResponse.safeParse(answer.body)
  if (!response.success) return { ...answer, ok: false, problem: 'invalid_response' }
  if (response.data.response_action === 'errors') return shownErrors(view, response.data.errors, answer)
  return showNext(userId, view, response.data, answer, workspace)
}

/** Errors must name input blocks; Slack shows a failure for any other. */
const shownErrors = (view: SlackView, errors: Readonly<Record<string, string>>, answer: Answer): SubmitAnswer => {
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id))
  const isShowable = Object.keys(errors).length > 0 && Object.keys(errors).every((blockId) => inputs.has(blockId))
  return { ...answer, ok: false, ...(isShowable ? { errors } : { problem: 'invalid_errors' }) }
}

const showNext = (
  userId: string,
  view: SlackView,
  response: Exclude<z.output<typeof submissionResponse>, { response_action: 'errors' }>,
  answer: Answer,
  { views }: Workspace,
): SubmitAnswer => {
  if (response.response_action === 'clear') {
    views.clear(userId)
    return { ...answer, ok: true }
  }
  try {
    const next = parseView(response.view, 'modal')
    if (response.response_action === 'push') views.push(userId, next)
    else views.update(view, next)
    return { ...answer, ok: true }
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error
    return { ...answer, ok: false, problem: error.message }
  }
}
