import type { ConsentPageOutcome, ConsentPageProblem, ConsentPageView } from '../../../bots/intake/consentPage.ts'
import type { Language } from '../../tickets/ticket.ts'
import { escapeHtml } from '../escapeHtml.ts'
import { type ConsentForm, consentFormHtml } from './consentForm.ts'
import { consentPageTexts } from './consentPageTexts.ts'

type Open = Extract<ConsentPageView, { kind: 'open' }>
type Taken = Extract<ConsentPageOutcome, { kind: 'taken' }>

/** The page with the form, and what needs no answer any more. */
export function consentBody({ settled, ...form }: ConsentForm & Pick<Open, 'settled'>): string {
  const texts = consentPageTexts[form.language]
  const done = settled.map(
    ({ title }) =>
      `<section class="settled"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(texts.settled)}</p></section>`,
  )
  return `<h1>${escapeHtml(texts.heading)}</h1>
<p class="lead">${escapeHtml(texts.lead)}</p>
${done.join('\n')}
${consentFormHtml(form)}`
}

/** What is shown once the answers are taken: where to go on, and nothing of the person. */
export function thanksBody(language: Language, { channel, someSettled }: Taken): string {
  const texts = consentPageTexts[language]
  const back = channel === 'kakao' ? texts.backToKakao : texts.backToChat
  const sentences = someSettled ? [back, texts.someSettled] : [back]
  return noteHtml(texts.thanks, sentences.join(' '))
}

/** What is shown where there is nothing to answer. */
export function problemBody(
  language: Language,
  problem: ConsentPageProblem | 'busy' | 'unreadable',
  phone: string,
): string {
  const { heading, text } = consentPageTexts[language].problems[problem]
  return noteHtml(
    heading,
    text.replace('{{phone}}', () => phone),
  )
}

function noteHtml(heading: string, text: string): string {
  return `<section class="problem"><h1>${escapeHtml(heading)}</h1><p>${escapeHtml(text)}</p></section>`
}
