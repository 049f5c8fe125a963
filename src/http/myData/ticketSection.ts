import { z } from 'zod'

import { departmentName } from '../../../dialogs/format.ts'
import { translate } from '../../../locales/locales.ts'
import { DELIVERY_STATES } from '../../delivery/delivery.ts'
import { departmentOrCoordinator, type Hospital } from '../../hospital/hospital.ts'
import { type Language, TICKET_STATES } from '../../tickets/ticket.ts'
import { escapeHtml } from '../escapeHtml.ts'
import type { MyData } from './myDataShape.ts'
import { day, entry, fill, myDataTexts, time } from './myDataTexts.ts'

type OneTicket = MyData['tickets'][number]

const ticketSchema = z.looseObject({
  number: z.string(),
  state: z.enum(TICKET_STATES),
  createdAt: z.string(),
  department: z.string(),
})
const contentSchema = z.looseObject({
  story: z.string(),
  gist: z.string(),
  when: z.looseObject({ text: z.string(), date: z.string() }).optional(),
  where: z.string().optional(),
  wish: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  goodTime: z.string().optional(),
})
const stepSchema = z.looseObject({ text: z.string().optional() })
const deliverySchema = z.looseObject({ state: z.enum(DELIVERY_STATES) })

/** One ticket as its filer reads it: what they wrote, how it stands, the answers, and how long it is kept. */
export function ticketSection(language: Language, hospital: Hospital, one: OneTicket): string {
  const { fields, ...texts } = myDataTexts[language]
  const ticket = ticketSchema.parse(one.ticket)
  const { when, ...content } = contentSchema.parse(one.content)
  const answers = one.history.flatMap((step) => stepSchema.parse(step).text ?? [])
  const sent = one.deliveries.map((delivery) => texts.delivery[deliverySchema.parse(delivery).state])
  const rows: readonly (readonly [string, string | undefined])[] = [
    [fields.state, translate(language, `status.state.${ticket.state}`)],
    [fields.createdAt, time(language, ticket.createdAt)],
    [fields.department, departmentName(language, departmentOrCoordinator(hospital, ticket.department))],
    [fields.story, content.story],
    [fields.gist, content.gist],
    [fields.when, when && `${when.text} (${when.date})`],
    [fields.where, content.where],
    [fields.wish, content.wish],
    [fields.name, content.name],
    [fields.phone, content.phone],
    [fields.goodTime, content.goodTime],
    [fields.photos, one.photos.length > 0 ? fill(fields.photoCount, { count: one.photos.length }) : undefined],
    ...answers.map((answer) => [fields.answer, answer] as const),
    ...sent.map((state) => [fields.answerSent, state] as const),
    [fields.kept, keptText(language, one.kept)],
  ]
  const id = `ticket-${escapeHtml(ticket.number)}`
  return `<section class="settled" aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(fill(texts.ticket, { number: ticket.number }))}</h2>
<dl>${rows.flatMap(([name, value]) => (value === undefined ? [] : [entry(name, value)])).join('\n')}</dl></section>`
}

function keptText(language: Language, { years, days, until }: OneTicket['kept']): string {
  const texts = myDataTexts[language]
  if (until !== null) return fill(texts.keptUntil, { day: day(language, until) })
  return years === undefined ? fill(texts.keptDays, { count: days ?? 0 }) : fill(texts.keptYears, { count: years })
}
