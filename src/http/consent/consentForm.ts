import type { ConsentPurpose } from '../../consent/consent.ts'
import { type Notice, NOTICE_POINTS, readMarks } from '../../consent/notice.ts'
import type { Language } from '../../tickets/ticket.ts'
import { escapeHtml } from '../escapeHtml.ts'
import { consentPageTexts } from './consentPageTexts.ts'

/** What was chosen, by purpose. Nothing is chosen beforehand. */
export type ConsentChoices = Readonly<Partial<Record<ConsentPurpose, boolean>>>

/** A form with one pair of choices for each notice. */
export type ConsentForm = {
  readonly language: Language
  /** Where it is sent to. */
  readonly action: string
  readonly notices: readonly Notice[]
  /** Purposes that were answered before under another version: their notices say what is new. */
  readonly changed: readonly ConsentPurpose[]
  /** What was chosen in a form that was sent incomplete. */
  readonly choices: ConsentChoices
  /** What is still to be chosen, said of a form that was sent incomplete. */
  readonly missing: readonly ConsentPurpose[]
  /** Further HTML of ours that stands before the button, such as a statement to be ticked. */
  readonly extra?: string
}

const ANSWERS = ['yes', 'no'] as const

/** The form as HTML: each consent apart, yes and no alike, and what the law wants to stand out marked as `strong`. */
export function consentFormHtml(form: ConsentForm): string {
  const texts = consentPageTexts[form.language]
  const hasOthers = form.notices.length > 1 && form.notices[0]?.purpose === 'collect'
  return `${missingHtml(form)}<form method="post" action="${escapeHtml(form.action)}">
${form.notices.map((notice) => noticeHtml(form, notice)).join('\n')}
${form.extra ?? ''}
${hasOthers ? `<p>${escapeHtml(texts.onlyFirst)}</p>` : ''}
<button type="submit">${escapeHtml(texts.send)}</button>
</form>`
}

/**
 * Reads what was chosen. A purpose that was sent twice or with another value counts as not chosen.
 *
 * @param body a form's body, `application/x-www-form-urlencoded`
 */
export function readConsentChoices(body: URLSearchParams, purposes: readonly ConsentPurpose[]): ConsentChoices {
  const chosen = purposes.flatMap((purpose) => {
    const [answer, ...others] = body.getAll(purpose)
    if (others.length > 0 || (answer !== 'yes' && answer !== 'no')) return []
    return [[purpose, answer === 'yes'] as const]
  })
  return Object.fromEntries(chosen)
}

/** What is still to be chosen. Who does not agree to collection need not choose further: nothing will be kept. */
export function findMissing(choices: ConsentChoices, purposes: readonly ConsentPurpose[]): readonly ConsentPurpose[] {
  if (purposes.includes('collect') && choices.collect === false) return []
  return purposes.filter((purpose) => choices[purpose] === undefined)
}

function missingHtml({ language, notices, missing }: ConsentForm): string {
  if (missing.length === 0) return ''
  const texts = consentPageTexts[language]
  const items = notices
    .filter(({ purpose }) => missing.includes(purpose))
    .map(({ purpose, title }) => `<li><a href="#${purpose}-yes">${escapeHtml(title)}</a></li>`)
  return `<div class="problem errors" role="alert">
<h2>${escapeHtml(texts.missingHeading)}</h2>
<ul>${items.join('')}</ul>
<p>${escapeHtml(texts.kept)}</p>
</div>
`
}

function noticeHtml(form: ConsentForm, notice: Notice): string {
  const texts = consentPageTexts[form.language]
  const { purpose, title, changes } = notice
  const isMissing = form.missing.includes(purpose)
  const isChanged = changes !== undefined && form.changed.includes(purpose)
  const described = isMissing ? `${purpose}-points ${purpose}-error` : `${purpose}-points`
  return `<fieldset class="notice${isMissing ? ' open' : ''}" aria-describedby="${described}">
<legend>${escapeHtml(title)}</legend>
${isChanged ? `<p class="changed">${escapeHtml(texts.changed.replace('{{changes}}', () => changes))}</p>` : ''}
<dl id="${purpose}-points">
${pointsHtml(form.language, notice)}
</dl>
${isMissing ? `<p class="error" id="${purpose}-error">${escapeHtml(texts.missing)}</p>` : ''}
<div class="choices">
${ANSWERS.map((answer) => choiceHtml(form, purpose, answer)).join('\n')}
</div>
</fieldset>`
}

/** The points of a notice, as entries of a `dl`. */
export function pointsHtml(language: Language, { points }: Pick<Notice, 'points'>): string {
  const headings = consentPageTexts[language].points
  return NOTICE_POINTS.flatMap((name) => {
    const text = points[name]
    return text === undefined ? [] : [`<dt>${escapeHtml(headings[name])}</dt><dd>${markedHtml(text)}</dd>`]
  }).join('\n')
}

function markedHtml(marked: string): string {
  return readMarks(marked)
    .map(({ text, isEmphasised }) => (isEmphasised ? `<strong>${escapeHtml(text)}</strong>` : withNumbersWhole(text)))
    .join('')
}

// A phone number is read out and dialled: it does not break at its hyphens.
function withNumbersWhole(text: string): string {
  return text
    .split(/(\d[\d-]{5,}\d)/)
    .map((part, index) => (index % 2 === 1 ? `<span class="whole">${part}</span>` : escapeHtml(part)))
    .join('')
}

function choiceHtml(form: ConsentForm, purpose: ConsentPurpose, answer: (typeof ANSWERS)[number]): string {
  const id = `${purpose}-${answer}`
  const isChosen = form.choices[purpose] === (answer === 'yes')
  const label = escapeHtml(consentPageTexts[form.language][answer])
  return `<label class="choice" for="${id}"><input type="radio" id="${id}" name="${purpose}" value="${answer}"${isChosen ? ' checked' : ''}><span>${label}</span></label>`
}
