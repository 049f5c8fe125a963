import { z } from 'zod'

import { speak, type Translate } from '../../locales/locales.ts'
import type { CoveredWords } from '../../src/consent/coverModel.ts'
import type { Language, Relation } from '../../src/tickets/ticket.ts'
import type { Category, TicketType } from '../../src/tickets/vocabulary.ts'
import type { LanguageModel } from '../languageModel/languageModel.ts'
import { type Empathy, EMPATHIES, type Phrases, usualPhrases } from './usualPhrases.ts'

/** What is known of a ticket that a draft may say. */
export type ReplyFacts = {
  readonly language: Language
  readonly type: TicketType
  readonly category: Category
  readonly relation: Relation | undefined
  /** The day it happened, as people say it. */
  readonly day: string | undefined
  readonly place: string | undefined
  /** In the person's language, as everything below. */
  readonly department: string
  readonly hospital: string
  readonly phone: string
  readonly visit: string
}

/** A draft of an answer: who chose its sentences. They are approved ones either way. */
export type ReplyDraft = { readonly text: string; readonly by: 'model' | 'phrases' }

const shape = z.strictObject({
  empathy: z.enum(EMPATHIES),
  apologises: z.boolean(),
  offersVisit: z.boolean(),
  offersReview: z.boolean(),
})

const INSTRUCTIONS = `Choose which approved sentences fit an answer to this person.
- empathy: the feeling that fits best (thanks only for praise, idea only for a suggestion, question only for a question).
- apologises: true for discomfort with waiting, manners, rooms, food or parking; false for anything about treatment or harm.
- offersVisit: true where talking in person would help. offersReview: true for a complaint.`

/** Subjects in which saying sorry could be read as admitting a fault of treatment. */
const ABOUT_TREATMENT: ReadonlySet<Category> = new Set([
  'medical_care',
  'medical_accident',
  'nursing',
  'pharmacy',
  'examination',
  'explanation',
])
/** What is no complaint gets the sentence of its own kind alone. */
const NO_COMPLAINT: ReadonlySet<Empathy> = new Set(['thanks', 'idea', 'question'])

/**
 * Drafts an answer from approved sentences and the facts on the ticket, with a blank for what staff found out. A model may
 * choose among the sentences; it writes none.
 *
 * @param options absent: no model, or none that the consents cover
 */
export async function draftReply(
  facts: ReplyFacts,
  options?: { readonly model: LanguageModel; readonly words: CoveredWords; readonly timeoutMs: number },
): Promise<ReplyDraft> {
  const usual = usualPhrases(facts)
  const chosen =
    options &&
    (await options.model.ask({
      purpose: 'draft',
      instructions: INSTRUCTIONS,
      words: options.words,
      shape,
      timeoutMs: options.timeoutMs,
      isTrue: ({ empathy }) => fits(empathy, usual.empathy),
    }))
  return { text: compose(facts, chosen ?? usual), by: chosen ? 'model' : 'phrases' }
}

// Thanking somebody who complains, or consoling somebody who praises, is worse than the usual sentence.
function fits(chosen: Empathy, usual: Empathy): boolean {
  return NO_COMPLAINT.has(chosen) || NO_COMPLAINT.has(usual) ? chosen === usual : true
}

function compose(facts: ReplyFacts, phrases: Phrases): string {
  const { category, relation, department, hospital, phone, visit } = facts
  const t = speak(facts.language)
  const isComplaint = !NO_COMPLAINT.has(phrases.empathy)
  const mayApologise = isComplaint && phrases.apologises && !ABOUT_TREATMENT.has(category)
  const isAboutAnother = relation !== undefined && relation !== 'self' && relation !== 'child'
  const opening = [t('replies.greeting', { hospital, department }), about(t, facts)]
  const feeling = [t(`replies.empathy.${phrases.empathy}`), ...(mayApologise ? [t('replies.apology')] : [])]
  const closing = [
    ...(isAboutAnother ? [t('replies.process')] : []),
    ...(isComplaint && phrases.offersReview ? [t('replies.review')] : []),
    ...(phrases.offersVisit ? [t('replies.visit', { visit })] : []),
    t('replies.contact', { phone }),
  ]
  const paragraphs = [opening, feeling, [t('replies.blank')], closing]
  return paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')
}

function about(t: Translate, { day, place }: ReplyFacts): string {
  if (day !== undefined && place !== undefined) return t('replies.about.dayAndPlace', { day, place })
  if (day !== undefined) return t('replies.about.day', { day })
  return place === undefined ? t('replies.about.nothing') : t('replies.about.place', { place })
}
