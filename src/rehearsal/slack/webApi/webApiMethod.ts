import { z } from 'zod'
import { SlackRefusal } from '../state/slackRefusal.ts'
import type { Workspace } from '../state/workspace.ts'

/** The arguments of one call: strings from a form with the JSON ones parsed, or the JSON body as it came. */
export type WebApiArgs = Readonly<Record<string, unknown>>

/**
 * What one method answers beside `ok: true`.
 * @throws SlackRefusal what it answers with `ok: false`
 */
export type WebApiMethod = (args: WebApiArgs, workspace: Workspace) => Readonly<Record<string, unknown>>

/** A yes or no, which a form carries as text. */
export const flag = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === 'true' || value === '1')

/**
 * A method whose arguments are checked first.
 * @throws SlackRefusal `invalid_arguments`, naming each bad one
 */
export const method =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (args: z.output<Schema>, workspace: Workspace) => Readonly<Record<string, unknown>>,
  ): WebApiMethod =>
  (args, workspace) => {
    const parsed = schema.safeParse(args)
    if (parsed.success) return run(parsed.data, workspace)
    throw new SlackRefusal(
      'invalid_arguments',
      parsed.error.issues.map((issue) => `[ERROR] ${issue.message} [json-pointer:/${issue.path.join('/')}]`),
    )
  }
