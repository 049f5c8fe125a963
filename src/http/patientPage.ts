import { createHash } from 'node:crypto'

import type { Response } from 'restify'

import type { Language } from '../tickets/ticket.ts'
import { escapeHtml } from './escapeHtml.ts'
import { patientPageStyle } from './patientPageStyle.ts'

const styleHash = createHash('sha256').update(patientPageStyle).digest('base64')

/**
 * What every page for a patient is sent with. Its address is a credential: nothing keeps the page, nobody learns the
 * address as a referrer, and it shows nothing that comes from elsewhere.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; form-action 'self'; ` +
    `base-uri 'none'; frame-ancestors 'none'`,
  'Content-Type': 'text/html; charset=utf-8',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
}

/** A page that works without scripts. */
type PatientPage = {
  readonly language: Language
  readonly hospitalName: string
  readonly title: string
  /** HTML of ours, with whatever stands in it already escaped. */
  readonly body: string
  /** The same page in the other language; absent where there is nothing to go back to. */
  readonly otherLanguage?: { readonly language: Language; readonly name: string; readonly href: string } | undefined
}

/** Sends a page. To a HEAD request goes the head alone. */
export function sendPatientPage(
  response: Response,
  status: number,
  page: PatientPage,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.sendRaw(status, pageHtml(page), { ...HEADERS, ...headers })
}

function pageHtml({ language, hospitalName, title, body, otherLanguage }: PatientPage): string {
  const other =
    otherLanguage &&
    `<a href="${escapeHtml(otherLanguage.href)}" lang="${otherLanguage.language}" hreflang="${otherLanguage.language}">${escapeHtml(otherLanguage.name)}</a>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} · ${escapeHtml(hospitalName)}</title>
<link rel="icon" href="data:,">
<style>${patientPageStyle}</style>
</head>
<body>
<header><strong>${escapeHtml(hospitalName)}</strong>${other ?? ''}</header>
<main>
${body}
</main>
</body>
</html>
`
}
