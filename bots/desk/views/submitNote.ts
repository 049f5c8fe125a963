import { scrub } from '../../../skills/privacy/scrub.ts'
import { MAY_BE_DONE_FROM } from '../../../src/tickets/states.ts'
import type { DeskParts } from '../deskParts.ts'
import { includesState } from '../includesState.ts'
import type { SubmitStep } from '../listenToSubmit.ts'
import { plainName, problemText } from '../problemText.ts'
import { say } from '../say.ts'

/** Keeps a note for colleagues. */
export function submitNote({ hospital, desk, tickets }: Pick<DeskParts, 'hospital' | 'desk' | 'tickets'>): SubmitStep {
  return async ({ by, meta, text: typed, eventKey }) => {
    const { text } = scrub(typed)
    if (text === '') return { kind: 'problem', text: say('desk.problem.empty') }
    // What Slack may carry can change while a modal is open: consent may be withdrawn.
    const before = await tickets.findTicket(meta.n)
    if (before?.slackCovered === false) return { kind: 'problem', text: say('desk.note.onDesk') }
    const result = await desk.note({ number: meta.n, by, eventKey, fromChannel: meta.c }, text)
    if (result.ok) return { kind: 'done' }
    const wasRefused = !result.ticket || !includesState(MAY_BE_DONE_FROM.note, result.ticket.state)
    // A repeat of a note that was kept; a refused one must not look kept when it is submitted again.
    if (result.problem === 'repeated' && !wasRefused) return { kind: 'done' }
    const problem = result.problem === 'repeated' ? 'wrong_state' : result.problem
    return { kind: 'problem', text: problemText(problem, result.ticket, plainName(hospital)) }
  }
}
