import { departmentName, formatDay } from '../../../dialogs/format.ts'
import type { LanguageModel } from '../../../skills/languageModel/languageModel.ts'
import { tokensIn } from '../../../skills/writing/addsFacts.ts'
import { draftReply, type ReplyFacts } from '../../../skills/writing/draftReply.ts'
import { isForeign } from '../../../skills/writing/isForeign.ts'
import { summarise } from '../../../skills/writing/summarise.ts'
import { translate } from '../../../skills/writing/translate.ts'
import type { ConsentReceipt } from '../../consent/consent.ts'
import { answersForModel, answersOf, coverForModel, type CoveredWords } from '../../consent/coverModel.ts'
import { departmentOrCoordinator, type Hospital } from '../../hospital/hospital.ts'
import type { TicketReader } from '../../tickets/ports.ts'
import type { Ticket, TicketContent } from '../../tickets/ticket.ts'

/** Somebody waits in front of a page, which waits a little longer itself. */
const TIMEOUT_MS = 10_000

/** What staff can be helped with in writing. */
export const WRITING_KINDS = ['summary', 'translation', 'draft'] as const
export type WritingKind = (typeof WRITING_KINDS)[number]

/** What there is to press on a ticket. */
export type WritingOffers = Readonly<Record<WritingKind, boolean>>

/** What was written, and who chose the words: a model's are labelled as such (AI 기본법 §31②). Tokens stay tokens. */
export type Written = { readonly text: string; readonly by: 'model' | 'phrases' }

/** Help with reading and answering a ticket. */
export type WritingHelp = {
  /** A model is offered only where the ticket's consents cover it. */
  offers(ticket: Ticket, content: TicketContent): Promise<WritingOffers>
  /** @returns undefined where it is not offered, or the model gave nothing that can be shown */
  write(kind: WritingKind, ticket: Ticket, content: TicketContent): Promise<Written | undefined>
}

type Dependencies = {
  readonly hospital: Hospital
  readonly tickets: Pick<TicketReader, 'listReceipts' | 'listWithdrawnConsents'>
  /** Tells whether a receipt is for the notice that would be shown today. */
  readonly isAsShownNow: (receipt: ConsentReceipt) => boolean
  /** Absent: drafts are made of the usual sentences, and nothing else is offered. */
  readonly model?: LanguageModel | undefined
}

/** Builds the help. */
export function createWritingHelp({ hospital, tickets, isAsShownNow, model }: Dependencies): WritingHelp {
  /** The words as what the model may read; undefined where there is no model, or the consents do not cover it. */
  async function findCovered(ticket: Ticket, content: TicketContent): Promise<CoveredWords | undefined> {
    if (!model || content.kind !== 'story') return undefined
    const receipts = await tickets.listReceipts(ticket.id)
    const withdrawn = await tickets.listWithdrawnConsents(ticket.id)
    const given = answersOf(
      receipts,
      withdrawn.map(({ purpose }) => purpose),
    )
    const { story, where, wish, health, relation } = content
    return coverForModel(
      { story, where, wish },
      {
        tellsOfHealth: health || isForeign(story),
        isNameless: ticket.conversationId === undefined,
        isOfChild: relation === 'child',
      },
      model.recipient === 'llm_overseas' ? answersForModel(given, receipts, isAsShownNow) : given,
      model.recipient,
    )
  }

  return {
    async offers(ticket, content) {
      const isCovered = (await findCovered(ticket, content)) !== undefined
      const isTranslated = isForeign(content.story)
      return {
        summary: isCovered && !isTranslated,
        translation: isCovered && isTranslated,
        draft: content.kind === 'story',
      }
    },

    async write(kind, ticket, content) {
      const words = await findCovered(ticket, content)
      if (kind === 'draft') {
        if (content.kind !== 'story') return undefined
        const facts = factsOf(hospital, ticket, content)
        return draftReply(facts, model && words && { model, words, timeoutMs: TIMEOUT_MS })
      }
      if (!model || !words || (kind === 'translation') !== isForeign(content.story)) return undefined
      const text = await (kind === 'summary' ? summarise : translate)(model, words, TIMEOUT_MS)
      return text === undefined ? undefined : { text, by: 'model' }
    },
  }
}

function factsOf(hospital: Hospital, ticket: Ticket, content: TicketContent): ReplyFacts {
  const { language, type, category, createdAt } = ticket
  const { when, where, relation } = content
  return {
    language,
    type,
    category,
    relation,
    day: when && formatDay(language, new Date(`${when.date}T12:00:00+09:00`), createdAt),
    // A place that names somebody is not repeated to anybody.
    place: where !== undefined && tokensIn(where).length === 0 ? where : undefined,
    department: departmentName(language, departmentOrCoordinator(hospital, ticket.department)),
    hospital: hospital.name[language],
    phone: hospital.phone,
    visit: hospital.visit[language],
  }
}
