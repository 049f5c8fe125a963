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
<header><strong>${name}</strong><nav aria-label="주 메뉴"><span>진료 안내</span><span>예약</span><span>입원·병문안</span><span>오시는 길</span></nav></header>
<main>
<h1>귀 기울이는 병원</h1>
<p>진료와 이용에 관한 말씀을 밤에도 받습니다.</p>
<ul>
${card('진료 시간', `평일 ${opens}–${closes}`)}
${card('대표 전화', escapeHtml(hospital.phone))}
${card('고객상담실', escapeHtml(hospital.visit.ko))}
${card('응급실', `${escapeHtml(hospital.emergencyRoom)}, 24시간`)}
</ul>
<small>지어낸 병원입니다.</small>
</main>
<script src="${escapeHtml(productUrl)}/widget.js" data-lang="ko" data-open="true"></script>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** Beside the open widget, which is 404 pixels wide, or under it where it fills a small screen. */
const css = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:linear-gradient(165deg,#d8ecf0,#f6fafa 70%);color:#17323a;font:16px/1.6 Pretendard,-apple-system,"Apple SD Gothic Neo","Noto Sans KR","Noto Sans CJK KR","Malgun Gothic",sans-serif;word-break:keep-all}
header{display:flex;flex-wrap:wrap;gap:4px 32px;align-items:center;justify-content:space-between;padding:16px 24px;background:#fff;border-bottom:1px solid #d3e2e6}
header strong{font-size:22px;letter-spacing:-.02em;color:#15586b}
nav{display:flex;flex-wrap:wrap;gap:4px 20px;font-size:15px;color:#3a535b}
main{max-width:max(200px,calc(100% - 440px));padding:36px 0 36px 24px}
h1{margin:0 0 12px;font-size:30px;line-height:1.3;letter-spacing:-.03em}
p{margin:0}
ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:10px;margin:28px 0 20px;padding:0;list-style:none}
li{padding:12px 16px;border-radius:14px;background:#fff;border:1px solid #d8e6e9}
h2{margin:0;font-size:14px;color:#15586b}
small{color:#466069}
`
