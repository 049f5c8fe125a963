import type { RehearsalPageOptions } from './startRehearsalPage.ts'

/**
 * The home page of the invented hospital. It is of another origin than the product, and embeds the widget with the one
 * line a real hospital's page would carry.
 */
export function websiteHtml({ productUrl, hospital }: Pick<RehearsalPageOptions, 'productUrl' | 'hospital'>): string {
  const name = escapeHtml(hospital.name.ko)
  const { opens, closes } = hospital.calendar
  const card = (heading: string, text: string): string => `<li><h2>${heading}</h2><p>${text}</p></li>`
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
<header><strong>${name}</strong><span>지어낸 병원입니다</span></header>
<nav aria-label="주 메뉴"><span>진료 안내</span><span>예약</span><span>입원·병문안</span><span>오시는 길</span></nav>
<main>
<h1>편안한 진료,<br>귀 기울이는 병원</h1>
<p class="lead">진료와 이용에 관한 말씀은 밤에도 접수합니다.</p>
<ul>
${card('진료 시간', `평일 ${opens}–${closes}`)}
${card('대표 전화', escapeHtml(hospital.phone))}
${card('고객상담실', escapeHtml(hospital.visit.ko))}
${card('응급실', `${escapeHtml(hospital.emergencyRoom)} · 24시간`)}
</ul>
</main>
<script src="${escapeHtml(productUrl)}/widget.js" data-lang="ko" data-open="true"></script>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

const css = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:linear-gradient(160deg,#dff0f3,#f7fafa 60%);color:#17323a;font:16px/1.7 Pretendard,-apple-system,"Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR","Malgun Gothic",sans-serif;word-break:keep-all}
header{display:flex;flex-wrap:wrap;gap:0 12px;align-items:baseline;padding:20px 24px 10px;background:#fff}
header strong{font-size:22px;letter-spacing:-.02em;color:#15586b}
header span{font-size:14px;color:#4d646b}
nav{display:flex;flex-wrap:wrap;gap:4px 22px;padding:0 24px 14px;background:#fff;border-bottom:1px solid #d3e2e6;font-size:15px;color:#3a535b}
main{padding:40px 24px}
h1{margin:0 0 14px;font-size:32px;line-height:1.35;letter-spacing:-.03em}
.lead{margin:0 0 28px;color:#3a535b}
ul{display:grid;gap:12px;max-width:300px;margin:0;padding:0;list-style:none}
li{padding:14px 18px;border-radius:14px;background:#fff;border:1px solid #d8e6e9}
h2{margin:0;font-size:14px;color:#15586b}
li p{margin:0}
`
