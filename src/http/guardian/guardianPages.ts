import { guardianPage as en } from '../../../locales/en/guardianPage.ts'
import { guardianPage as ko } from '../../../locales/ko/guardianPage.ts'
import type { ConsentPurpose } from '../../consent/consent.ts'
import type { Notice } from '../../consent/notice.ts'
import type { GuardianContact } from '../../guardian/guardianRequest.ts'
import type { Hospital } from '../../hospital/hospital.ts'
import type { Language } from '../../tickets/ticket.ts'
import { type ConsentChoices, consentFormHtml, pointsHtml } from '../consent/consentForm.ts'
import { escapeHtml } from '../escapeHtml.ts'

const texts = { ko, en }

/** What the page says about the code: where it goes, and what came of the last step. */
export type CodeStep = {
  readonly contactKind: GuardianContact['kind']
  readonly note?: 'sent' | 'wrong' | 'not_sent' | 'expired' | 'too_many' | undefined
  /** For `too_many`. */
  readonly retryAfterSeconds?: number | undefined
}

/** The notices as the guardian is to answer them, and what was chosen in a form that was sent incomplete. */
export type AnswerStep = {
  readonly notices: readonly Notice[]
  readonly statement: Notice<'guardian'>
  readonly proof: string
  readonly choices: ConsentChoices
  readonly missing: readonly ConsentPurpose[]
  readonly hasStated: boolean
  /** The form came back without the statement that a yes needs. */
  readonly lacksStatement: boolean
}

/** Draws the guardian's page, step by step, as HTML that needs no script. */
export function createGuardianPages(hospital: Hospital) {
  const fill = (language: Language, text: string, values: Readonly<Record<string, string>> = {}): string => {
    const known: Readonly<Record<string, string>> = {
      hospital: hospital.name[language],
      phone: hospital.phone,
      ...values,
    }
    return escapeHtml(text.replaceAll(/\{\{(\w+)\}\}/g, (_hole, name: string) => known[name] ?? ''))
  }

  function head(language: Language): string {
    return `<h1>${escapeHtml(texts[language].title)}</h1>`
  }

  return {
    title: (language: Language): string => texts[language].title,
    otherLanguage: (language: Language): string => texts[language].otherLanguage,

    code(language: Language, path: string, step: CodeStep): string {
      const { code, lead } = texts[language]
      const where = code[step.contactKind]
      const query = `?lang=${language}`
      const hasCode = step.note === 'sent' || step.note === 'wrong'
      return `${head(language)}
<p class="lead">${fill(language, lead)}</p>
<section class="notice" aria-labelledby="code-heading">
<h2 id="code-heading">${escapeHtml(code.heading)}</h2>
<p>${fill(language, code.ask, { where })}</p>
${noteHtml(language, step)}
${hasCode ? checkForm(language, `${path}/check${query}`) : ''}
<form method="post" action="${escapeHtml(`${path}/code${query}`)}">
<button type="submit"${hasCode ? ' class="second"' : ''}>${escapeHtml(hasCode ? code.again : code.send)}</button>
</form>
</section>`
    },

    answer(language: Language, path: string, step: AnswerStep): string {
      const { form } = texts[language]
      return `<h1>${escapeHtml(form.heading)}</h1>
<p class="lead">${escapeHtml(form.lead)}</p>
${consentFormHtml({
  language,
  action: `${path}?lang=${language}`,
  notices: step.notices,
  changed: [],
  choices: step.choices,
  missing: step.missing,
  extra: statementHtml(language, step),
})}`
    },

    /** A page that says one thing and asks nothing. */
    end(language: Language, said: 'agreed' | 'refused' | 'already' | 'gone' | 'unreadable' | 'too_many'): string {
      const { done, gone, unreadable, code } = texts[language]
      const sentences = { ...done, gone, unreadable, too_many: code.tooMany }
      return `${head(language)}
<section class="notice" role="status"><p>${fill(language, sentences[said], { minutes: '10' })}</p></section>`
    },
  }

  function noteHtml(language: Language, { note, retryAfterSeconds = 0 }: CodeStep): string {
    if (note === undefined) return ''
    const { code } = texts[language]
    const sentences = {
      sent: code.sent,
      wrong: code.wrong,
      not_sent: code.notSent,
      expired: code.expired,
      too_many: code.tooMany,
    }
    const minutes = String(Math.max(1, Math.ceil(retryAfterSeconds / 60)))
    const text = fill(language, sentences[note], { minutes })
    return note === 'sent'
      ? `<p class="changed" role="status">${text}</p>`
      : `<p class="error" role="alert">${text}</p>`
  }
}

/** The guardian's page, drawn. */
export type GuardianPages = ReturnType<typeof createGuardianPages>

function checkForm(language: Language, action: string): string {
  const { code } = texts[language]
  return `<form method="post" action="${escapeHtml(action)}">
<label class="field">${escapeHtml(code.label)}
<input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" required></label>
<p><button type="submit">${escapeHtml(code.check)}</button></p>
</form>`
}

/** The declaration the law asks a guardian for, apart from the consents, and what is kept of the guardian. */
function statementHtml(language: Language, { statement, proof, hasStated, lacksStatement }: AnswerStep): string {
  const { form } = texts[language]
  return `<input type="hidden" name="proof" value="${escapeHtml(proof)}">
<fieldset class="notice${lacksStatement ? ' open' : ''}" aria-describedby="guardian-points${lacksStatement ? ' guardian-error' : ''}">
<legend>${escapeHtml(statement.title)}</legend>
<dl id="guardian-points">
${pointsHtml(language, statement)}
</dl>
${lacksStatement ? `<p class="error" id="guardian-error">${escapeHtml(form.statementMissing)}</p>` : ''}
<div class="choices">
<label class="choice" for="guardian-yes"><input type="checkbox" id="guardian-yes" name="guardian" value="yes"${hasStated ? ' checked' : ''}><span>${escapeHtml(form.statement)}</span></label>
</div>
</fieldset>`
}
