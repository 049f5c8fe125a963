import { scrub } from '../../../skills/privacy/scrub.ts'
import { holdsBlank } from '../../../skills/writing/holdsBlank.ts'
import type { DeskParts } from '../deskParts.ts'
import type { SubmitStep } from '../listenToSubmit.ts'
import { plainName, problemText } from '../problemText.ts'
import { say } from '../say.ts'
import { replyPreview } from './replyPreview.ts'

/** Keeps what was written as the ticket's draft and shows it as it would be sent. Sends nothing. */
export function submitDraft({ hospital, desk, tickets }: Pick<DeskParts, 'hospital' | 'desk' | 'tickets'>): SubmitStep {
  return async ({ by, meta, text: typed }) => {
    const { text, removed } = scrub(typed)
    if (text === '') return { kind: 'problem', text: say('desk.problem.empty') }
    if (holdsBlank(text)) return { kind: 'problem', text: say('desk.problem.blank') }
    // What Slack may carry can change while a modal is open: consent may be withdrawn.
    const before = await tickets.findTicket(meta.n)
    if (before?.slackCovered === false) return { kind: 'problem', text: say('desk.reply.onDesk') }
    // Saving the same draft again changes nothing, and a person may go back and forth in one view: no event key.
    const result = await desk.saveDraft({ number: meta.n, by, fromChannel: meta.c }, text)
    if (!result.ok) return { kind: 'problem', text: problemText(result.problem, result.ticket, plainName(hospital)) }
    const shown = { n: meta.n, r: result.ticket.revision, c: meta.c }
    return { kind: 'push', view: replyPreview(shown, text, { wasScrubbed: removed.length > 0 }) }
  }
}
