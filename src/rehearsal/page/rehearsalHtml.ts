import type { RehearsalPageOptions } from './startRehearsalPage.ts'

/** The page around the script: where things are, and the product's own widget as a hospital would embed it. */
export function rehearsalHtml({
  productUrl,
  slackUrl,
  hospital,
}: Pick<RehearsalPageOptions, 'productUrl' | 'slackUrl' | 'hospital'>): string {
  const settings = JSON.stringify({ productUrl, slackUrl, hospitalName: hospital.name.ko }).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sori rehearsal</title>
</head>
<body>
<div id="rehearsal"></div>
<script id="settings" type="application/json">${settings}</script>
<script src="/app.js"></script>
</body>
</html>`
}
