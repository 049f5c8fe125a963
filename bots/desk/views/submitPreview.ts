import { scrub } from '../../../skills/privacy/scrub.ts'
import type { Scrubbed } from '../../../src/consent/scrubbed.ts'
import type { DeskParts } from '../deskParts.ts'
import type { SubmitAnswer, SubmitStep } from '../listenToSubmit.ts'
import { plainName, problemText } from '../problemText.ts'
import { say } from '../say.ts'
import { hashText } from '../textHash.ts'

type PreviewParts = Pick<DeskParts, 'hospital' | 'desk' | 'tickets'>

const DONE: SubmitAnswer = { kind: 'done' }

/**
 * Sends the answer that was shown: the saved draft, as long as it is still that very text and nobody has changed the
 * ticket since. A second copy of the submit that sent it is answered like the first.
 */
export function submitPreview({ hospital, desk, tickets }: PreviewParts): SubmitStep {
  return async ({ by, meta, eventKey }) => {
    const shownHash = meta.step === 'send' ? meta.h : ''
    const ticket = await tickets.findTicket(meta.n)
    if (!ticket) return { kind: 'problem', text: problemText('not_found', undefined, plainName(hospital)) }
    const text = await findShownText(ticket.id, shownHash, tickets)
    if (text === undefined) {
      return (await wasSent(ticket.id, shownHash, tickets))
        ? DONE
        : { kind: 'problem', text: say('desk.preview.changed') }
    }
    const request = { number: meta.n, by, eventKey, fromChannel: meta.c, revision: meta.r }
    const result = await desk.answer(request, text)
    if (result.ok) return DONE
    if (result.problem === 'repeated' && (await wasSent(ticket.id, shownHash, tickets))) return DONE
    return { kind: 'problem', text: problemText(result.problem, result.ticket, plainName(hospital)) }
  }
}

async function findShownText(
  ticketId: string,
  shownHash: string,
  tickets: PreviewParts['tickets'],
): Promise<Scrubbed | undefined> {
  const draft = await tickets.findDraft(ticketId)
  if (!draft) return undefined
  const { text } = scrub(draft.text)
  return hashText(text) === shownHash ? text : undefined
}

async function wasSent(ticketId: string, shownHash: string, tickets: PreviewParts['tickets']): Promise<boolean> {
  const answer = await tickets.findAnswer(ticketId)
  return answer !== undefined && hashText(answer) === shownHash
}
