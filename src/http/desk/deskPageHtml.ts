import { deskPage as ko } from '../../../locales/ko/deskPage.ts'
import type { Hospital } from '../../hospital/hospital.ts'
import { escapeHtml } from '../escapeHtml.ts'

/**
 * What the page and its parts are sent with. Scripts and styles come from us alone, nobody may frame the page, and
 * the address, which may hold a sign-in token, goes to nobody as a referrer.
 */
export const DESK_PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
}

/** The one page behind `/desk` and every sign-in link: empty until its script has asked who is there. */
export function deskPageHtml(hospital: Hospital, hasMail: boolean): string {
  const name = escapeHtml(hospital.name.ko)
  const nameEn = escapeHtml(hospital.name.en)
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} ${ko.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/desk/desk.css">
<script src="/desk/app.js" defer></script>
</head>
<body>
<div id="desk" data-hospital="${name}" data-hospital-en="${nameEn}" data-mail="${String(hasMail)}">
<noscript>${ko.needsScript}</noscript>
</div>
</body>
</html>
`
}
