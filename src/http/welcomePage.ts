import { createHash } from 'node:crypto'

import { welcome as en } from '../../locales/en/welcome.ts'
import { welcome as ko } from '../../locales/ko/welcome.ts'
import type { Language } from '../tickets/ticket.ts'

const pages = { ko, en }

/** A page of an invented hospital that shows the widget, open; and what the page may load. */
export function welcomePage(language: Language): { readonly html: string; readonly contentSecurityPolicy: string } {
  const style = `'sha256-${createHash('sha256').update(css).digest('base64')}'`
  const contentSecurityPolicy = `default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; style-src ${style}; frame-ancestors 'none'; base-uri 'none'`
  return { html: pageHtml(language), contentSecurityPolicy }
}

function pageHtml(language: Language): string {
  const texts = pages[language]
  const other = language === 'ko' ? { lang: 'en', name: 'English' } : { lang: 'ko', name: '한국어' }
  const step = (heading: string, text: string) => `<li><h3>${heading}</h3><p>${text}</p></li>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.hospital}</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
<header><strong>${texts.hospital}</strong><span>${texts.invented}</span><a href="/?lang=${other.lang}" lang="${other.lang}">${other.name}</a></header>
<main>
<h1>${texts.heading}</h1>
<p class="lead">${texts.lead}</p>
<h2>${texts.stepsHeading}</h2>
<ol>
${step(texts.tellHeading, texts.tell)}
${step(texts.routeHeading, texts.route)}
${step(texts.answerHeading, texts.answer)}
</ol>
<aside><h2>${texts.urgentHeading}</h2><p>${texts.urgent}</p></aside>
</main>
<script src="/widget.js" data-open="true"></script>
</body>
</html>
`
}

const css = `
*{box-sizing:border-box}
body{margin:0;background:linear-gradient(#eaf5f2,#f9fbfa 420px) no-repeat #f9fbfa;color:#1d2b2a;font:17px/1.75 Pretendard,-apple-system,"Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR","Malgun Gothic",sans-serif;word-break:keep-all}
header{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:baseline;max-width:1240px;margin:auto;padding:24px 32px}
header strong{font-size:20px;color:#0a534d}
header span{color:#506462}
header a{color:#0a534d;padding:8px 0}
main{max-width:1240px;margin:auto;padding:56px 32px 96px}
main>*{max-width:680px}
h1{margin:0 0 20px;font-size:clamp(30px,4.4vw,46px);line-height:1.3;letter-spacing:-.02em}
h2{margin:56px 0 16px;font-size:22px}
.lead{margin:0;font-size:19px;color:#3a4d4b}
ol{display:grid;gap:14px;margin:0;padding:0;list-style:none;counter-reset:step}
li{position:relative;padding:20px 24px 20px 76px;border:1px solid #d5e3e0;border-radius:20px;background:#fff;counter-increment:step}
li::before{content:counter(step);position:absolute;left:22px;top:22px;display:grid;place-items:center;width:36px;height:36px;border-radius:50%;background:#e6f4f1;color:#0a534d;font-weight:700}
h3,li p,aside p{margin:0}
h3{font-size:18px}
aside{margin-top:40px;padding:20px 24px;border-radius:20px;background:#fdf6e0;color:#4c3a06}
aside h2{margin:0 0 4px;font-size:18px}
@media(max-width:600px){header,main{padding-inline:20px}main{padding-top:28px}}
`
