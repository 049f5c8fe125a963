import { z } from 'zod'
import { faultSchema, type Faults } from './faults.ts'
import { answer, type Outcome } from './outcome.ts'
import { readJson } from './webApi/parseCall.ts'
import type { Person } from './people/person.ts'
import { seenWorkspace } from './state/seen.ts'
import { CannotAct } from './people/cannotAct.ts'
import type { Workspace } from './state/workspace.ts'

const who = { as: z.string() }
const place = { channel: z.string().optional(), ts: z.string().optional(), viewId: z.string().optional() }
const entry = z.union([z.string(), z.array(z.string())])

/** What a page or another process may have a person do. */
const actSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('click'), ...who, ...place, actionId: z.string(), value: z.string().optional() }),
  z.object({ kind: z.literal('select'), ...who, ...place, actionId: z.string(), value: entry }),
  z.object({
    kind: z.literal('submit'),
    ...who,
    values: z.record(z.string(), entry).default({}),
    viewId: z.string().optional(),
  }),
  z.object({ kind: z.literal('close'), ...who }),
  z.object({
    kind: z.literal('command'),
    ...who,
    command: z.string(),
    text: z.string(),
    channel: z.string().optional(),
  }),
  z.object({ kind: z.literal('shortcut'), ...who, callbackId: z.string() }),
  z.object({ kind: z.literal('say'), ...who, channel: z.string(), text: z.string(), threadTs: z.string().optional() }),
  z.object({ kind: z.literal('home'), ...who }),
])
type Act = z.output<typeof actSchema>

const faultsSchema = z.union([z.object({ clear: z.literal(true) }), faultSchema])

export type ControlOptions = {
  readonly workspace: Workspace
  readonly faults: Faults
  /** @throws CannotAct for someone who is not in the workspace */
  readonly as: (userId: string) => Person
}

/** Answers everything under `/standin/` except the event stream. */
export type Control = (route: string, body: string) => Promise<Outcome>

export const createControl = ({ workspace, faults, as }: ControlOptions): Control => {
  const routes: Readonly<Record<string, (body: unknown) => unknown>> = {
    'GET state': () => seenWorkspace(workspace),
    'POST act': (body) => {
      const act = actSchema.parse(body)
      return perform(as(act.as), act)
    },
    'POST faults': (body) => {
      const asked = faultsSchema.parse(body)
      if ('clear' in asked) faults.clear()
      else faults.set(asked)
      return {}
    },
  }
  return async (route, body) => {
    const run = Object.hasOwn(routes, route) ? routes[route] : undefined
    if (run === undefined) return problem(404, 'not_found', 'There is no such route.')
    try {
      return answer(200, await run(readJson(body)))
    } catch (error) {
      if (error instanceof z.ZodError) return problem(400, 'invalid_body', z.prettifyError(error))
      if (error instanceof CannotAct) return problem(409, 'cannot_act', error.message)
      throw error
    }
  }
}

const problem = (status: number, code: string, message: string): Outcome => answer(status, { error: { code, message } })

const perform = (person: Person, act: Act): Promise<unknown> => {
  switch (act.kind) {
    case 'click':
      return person.click(act)
    case 'select':
      return person.select(act)
    case 'submit':
      return person.submit(act.values, act)
    case 'close':
      return person.closeView()
    case 'command':
      return person.command(act.command, act.text, act.channel)
    case 'shortcut':
      return person.globalShortcut(act.callbackId)
    case 'say':
      return person.say(act.channel, act.text, act.threadTs)
    case 'home':
      break
  }
  return person.openHome()
}
