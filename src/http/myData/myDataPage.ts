import { z } from 'zod'

import { RECEIPT_PURPOSES } from '../../consent/consent.ts'
import type { Hospital } from '../../hospital/hospital.ts'
import type { Language } from '../../tickets/ticket.ts'
import { escapeHtml } from '../escapeHtml.ts'
import type { MyData } from './myDataShape.ts'
import { entry, fill, myDataTexts, time } from './myDataTexts.ts'
import { ticketSection } from './ticketSection.ts'

/** Before anything is shown: a scanner that opens every link sees this and no more. */
export function gateBody(language: Language, hospitalName: string): string {
  const { title, gate } = myDataTexts[language]
  return `<h1>${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(fill(gate.lead, { hospital: hospitalName }))}</p>
<p>${escapeHtml(gate.about)}</p>
<form method="post" action="?lang=${language}"><button type="submit">${escapeHtml(gate.show)}</button></form>`
}

/** Why nothing is shown, kindly. */
export function problemBody(language: Language, problem: keyof (typeof myDataTexts)['ko']['problem']): string {
  const texts = myDataTexts[language]
  return `<h1>${escapeHtml(texts.title)}</h1>
<div class="problem" role="alert"><p>${escapeHtml(texts.problem[problem])}</p></div>`
}

/** The copy, for people. */
export function copyBody(language: Language, hospital: Hospital, data: MyData): string {
  const texts = myDataTexts[language]
  return `<h1>${escapeHtml(texts.title)}</h1>
<p class="lead">${escapeHtml(texts.lead)}</p>
<section class="settled" aria-labelledby="consents"><h2 id="consents">${escapeHtml(texts.consents)}</h2>
${consentList(language, data)}</section>
${data.tickets.length === 0 ? `<p>${escapeHtml(texts.noTickets)}</p>` : data.tickets.map((one) => ticketSection(language, hospital, one)).join('\n')}
${draftSection(language, data)}
<section class="settled" aria-labelledby="transcript"><h2 id="transcript">${escapeHtml(texts.transcript)}</h2>
${transcriptList(language, data)}</section>
<form method="post" action="?lang=${language}"><input type="hidden" name="as" value="json">
<p>${escapeHtml(texts.downloadAbout)}</p>
<button class="second" type="submit">${escapeHtml(texts.download)}</button></form>
<p>${escapeHtml(texts.more)}</p>`
}

const receiptSchema = z.looseObject({
  purpose: z.enum(RECEIPT_PURPOSES),
  granted: z.boolean(),
  noticeVersion: z.string(),
  shownAs: z.enum(['chat', 'page']),
  answeredAt: z.string(),
})

function consentList(language: Language, { consents }: MyData): string {
  const texts = myDataTexts[language]
  if (consents.length === 0) return `<p>${escapeHtml(texts.noConsents)}</p>`
  const entries = consents.map((consent) => {
    const { purpose, granted, answeredAt, shownAs, noticeVersion } = receiptSchema.parse(consent)
    const answer = `${granted ? texts.yes : texts.no} · ${time(language, answeredAt)} · ${texts.shownAs[shownAs]}, ${fill(texts.version, { version: noticeVersion })}`
    return entry(texts.purpose[purpose], answer)
  })
  return `<dl>${entries.join('\n')}</dl>`
}

const draftSchema = z.looseObject({
  story: z.string().optional(),
  where: z.string().optional(),
  wish: z.string().optional(),
})

function draftSection(language: Language, { draft }: MyData): string {
  const { fields, draft: heading } = myDataTexts[language]
  const { story, where, wish } = draftSchema.parse(draft)
  const rows = [
    [fields.story, story],
    [fields.where, where],
    [fields.wish, wish],
  ] as const
  const told = rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [entry(name, value)]))
  if (told.length === 0) return ''
  return `<section class="settled" aria-labelledby="draft"><h2 id="draft">${escapeHtml(heading)}</h2>
<dl>${told.join('\n')}</dl></section>`
}

const saidSchema = z.looseObject({ text: z.string().optional() })

function transcriptList(language: Language, { transcript }: MyData): string {
  const texts = myDataTexts[language]
  const lines = transcript.flatMap(({ at, fromBot, said }) => {
    const { text } = saidSchema.parse(said)
    return text === undefined || text === ''
      ? []
      : [entry(`${fromBot ? texts.bot : texts.you} · ${time(language, at)}`, text)]
  })
  return lines.length === 0 ? `<p>${escapeHtml(texts.noTranscript)}</p>` : `<dl>${lines.join('\n')}</dl>`
}
