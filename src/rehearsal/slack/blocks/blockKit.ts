import { z } from 'zod'
import { accessoryElement, actionElement, anyText, contextElement, inputElement, plainText } from './blockElements.ts'

const blockId = z.string().max(255).optional()

const block = z.discriminatedUnion('type', [
  z
    .looseObject({
      type: z.literal('section'),
      block_id: blockId,
      text: anyText(3000).optional(),
      fields: z.array(anyText(2000)).min(1).max(10).optional(),
      accessory: accessoryElement.optional(),
    })
    .refine((section) => section.text !== undefined || section.fields !== undefined, {
      message: 'must provide text or fields',
    }),
  z.looseObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z.looseObject({ type: z.literal('markdown'), block_id: blockId, text: z.string().min(1).max(12_000) }),
  z.looseObject({ type: z.literal('context'), block_id: blockId, elements: z.array(contextElement).min(1).max(10) }),
  z.looseObject({ type: z.literal('actions'), block_id: blockId, elements: z.array(actionElement).min(1).max(25) }),
  z.looseObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    element: inputElement,
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z.looseObject({
    type: z.literal('image'),
    block_id: blockId,
    image_url: z.string().max(3000).optional(),
    alt_text: z.string().max(2000),
    title: plainText(2000).optional(),
  }),
  // Known to Slack and only shown: nothing in them is pressed here, so their insides are let through.
  z.looseObject({
    type: z.enum([
      'divider',
      'rich_text',
      'video',
      'file',
      'table',
      'alert',
      'card',
      'carousel',
      'container',
      'data_table',
      'context_actions',
      'plan',
      'task_card',
    ]),
    block_id: blockId,
  }),
])

const actionIdsOf = (one: z.infer<typeof block>): readonly (string | undefined)[] =>
  one.type === 'actions' ? one.elements.map((element) => element.action_id) : []
const repeats = (ids: readonly (string | undefined)[]): boolean => {
  const given = ids.filter((id) => id !== undefined && id !== '')
  return new Set(given).size < given.length
}
const blocks = (max: number) =>
  z
    .array(block)
    .max(max)
    .refine((all) => !repeats(all.map((one) => one.block_id)), { message: 'block_id must be unique' })
    .refine((all) => !all.some((one) => repeats(actionIdsOf(one))), { message: 'action_id must be unique in a block' })

const viewShape = {
  blocks: blocks(100),
  private_metadata: z.string().max(3000).default(''),
  callback_id: z.string().max(255).default(''),
  external_id: z.string().max(255).default(''),
}
const modal = z
  .looseObject({
    type: z.literal('modal'),
    ...viewShape,
    title: plainText(24),
    submit: plainText(24).nullish(),
    close: plainText(24).nullish(),
    clear_on_close: z.boolean().default(false),
    notify_on_close: z.boolean().default(false),
  })
  .refine((view) => view.submit != null || !view.blocks.some((one) => one.type === 'input'), {
    message: 'submit is required when there is an input block',
    path: ['submit'],
  })
const home = z.looseObject({ type: z.literal('home'), ...viewShape })

const messageBlocks = blocks(50)
const anyView = z.discriminatedUnion('type', [modal, home])

export type Block = z.infer<typeof block>
/** A view as the app describes it, before Slack gives it an id. */
export type ViewDescription = z.infer<typeof anyView>

/** What Block Kit makes of a payload: it, or the reasons in Slack's words (`[ERROR] … [json-pointer:/…]`). */
export type BlockKitReading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: readonly string[] }

/** Reads the `blocks` of a message: at most 50. */
export const readMessageBlocks = (given: unknown): BlockKitReading<readonly Block[]> =>
  reading(messageBlocks.safeParse(given), '/blocks')

/** Reads a modal or a home tab: at most 100 blocks, a title of 24 characters, `private_metadata` of 3,000. */
export const readView = (given: unknown): BlockKitReading<ViewDescription> => reading(anyView.safeParse(given), '/view')

const reading = <Value>(parsed: z.ZodSafeParseResult<Value>, root: string): BlockKitReading<Value> =>
  parsed.success
    ? { ok: true, value: parsed.data }
    : {
        ok: false,
        problem: parsed.error.issues.map(
          (issue) => `[ERROR] ${inSlacksWords(issue)} [json-pointer:${[root, ...issue.path].join('/')}]`,
        ),
      }

const inSlacksWords = (issue: z.core.$ZodIssue): string => {
  const isText = 'origin' in issue && issue.origin === 'string'
  if (issue.code === 'too_big')
    return isText
      ? `must be less than ${Number(issue.maximum) + 1} characters`
      : `no more than ${issue.maximum} items allowed`
  if (issue.code === 'too_small')
    return isText
      ? `must be more than ${Number(issue.minimum) - 1} characters`
      : `no fewer than ${issue.minimum} items allowed`
  if (issue.code === 'invalid_union') return 'unsupported type'
  return issue.code === 'custom' ? issue.message : 'missing or malformed field'
}
