import { z } from 'zod'

// Every number here is a limit of Block Kit's reference (docs.slack.dev/reference/block-kit).

/** A `plain_text` object of 1 to `max` characters. */
export const plainText = (max: number) =>
  z.looseObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max) })

/** A text object, plain or mrkdwn, of 1 to `max` characters. */
export const anyText = (max: number) =>
  z.looseObject({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1).max(max) })

const actionId = z.string().max(255).optional()
const placeholder = plainText(150).optional()
const confirm = z
  .looseObject({ title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) })
  .optional()

const option = z.looseObject({
  text: anyText(75),
  value: z.string().max(75),
  description: anyText(75).optional(),
})
const options = (max: number) => z.array(option).min(1).max(max)
const menuShape = {
  action_id: actionId,
  confirm,
  placeholder,
  options: options(100).optional(),
  option_groups: z
    .array(z.looseObject({ label: plainText(75), options: options(100) }))
    .min(1)
    .max(100)
    .optional(),
}
const hasOptions = (menu: { readonly options?: unknown; readonly option_groups?: unknown }) =>
  (menu.options === undefined) !== (menu.option_groups === undefined)
const oneSource = { message: 'must provide exactly one of options and option_groups' }

const button = z.looseObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
  confirm,
})
const overflow = z.looseObject({ type: z.literal('overflow'), action_id: actionId, confirm, options: options(5) })
const image = z.looseObject({
  type: z.literal('image'),
  image_url: z.string().max(3000).optional(),
  alt_text: z.string().max(2000),
})

const staticSelect = z
  .looseObject({ type: z.literal('static_select'), ...menuShape, initial_option: option.optional() })
  .refine(hasOptions, oneSource)
const multiStaticSelect = z
  .looseObject({ type: z.literal('multi_static_select'), ...menuShape, initial_options: z.array(option).optional() })
  .refine(hasOptions, oneSource)
const radioButtons = z.looseObject({
  type: z.literal('radio_buttons'),
  action_id: actionId,
  confirm,
  options: options(10),
  initial_option: option.optional(),
})
const checkboxes = z.looseObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  confirm,
  options: options(10),
  initial_options: z.array(option).optional(),
})
const lookup = z.looseObject({
  type: z.enum([
    'users_select',
    'channels_select',
    'conversations_select',
    'external_select',
    'multi_users_select',
    'multi_channels_select',
    'multi_conversations_select',
    'multi_external_select',
    'datepicker',
    'timepicker',
    'datetimepicker',
  ]),
  action_id: actionId,
  confirm,
  placeholder,
})
const textInput = z.looseObject({
  type: z.enum(['plain_text_input', 'email_text_input', 'url_text_input', 'number_input']),
  action_id: actionId,
  placeholder,
  initial_value: z.string().max(3000).optional(),
  min_length: z.number().min(0).max(3000).optional(),
  max_length: z.number().min(1).max(3000).optional(),
})
const otherInput = z.looseObject({ type: z.enum(['rich_text_input', 'file_input']), action_id: actionId, placeholder })

const choosers = [staticSelect, multiStaticSelect, radioButtons, checkboxes, lookup] as const

/** What may stand in an `actions` block. */
export const actionElement = z.discriminatedUnion('type', [button, overflow, ...choosers])
/** What may stand beside a section's text. */
export const accessoryElement = z.discriminatedUnion('type', [button, overflow, image, ...choosers])
/** What an `input` block may ask with. */
export const inputElement = z.discriminatedUnion('type', [...choosers, textInput, otherInput])
/** What a `context` block may show. */
export const contextElement = z.discriminatedUnion('type', [
  image,
  z.looseObject({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1) }),
])

/** Anything a person can press, choose or fill in. */
export type BlockElement = Exclude<z.infer<typeof accessoryElement>, { type: 'image' }> | z.infer<typeof inputElement>
export type BlockOption = z.infer<typeof option>
