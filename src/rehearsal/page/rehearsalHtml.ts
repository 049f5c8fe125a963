import type { RehearsalPageOptions } from './startRehearsalPage.ts'

/** A member of staff one can act as. */
type SampleStaff = {
  readonly id: string
  readonly name: string
  /** Department names, or for those of none the role. */
  readonly place: string
}

/** What the page's script is told: where things are, and who is who. */
export type RehearsalSettings = {
  readonly productUrl: string
  readonly slackUrl: string
  readonly hospitalName: string
  readonly staff: readonly SampleStaff[]
}

type Options = Pick<RehearsalPageOptions, 'productUrl' | 'slackUrl' | 'hospital'>

/** The page around the script. */
export function rehearsalHtml(options: Options): string {
  const settings = JSON.stringify(settingsOf(options)).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sori rehearsal</title>
<link rel="icon" href="data:,">
</head>
<body>
<div id="rehearsal"></div>
<script id="settings" type="application/json">${settings}</script>
<script src="/app.js"></script>
</body>
</html>`
}

function settingsOf({ productUrl, slackUrl, hospital }: Options): RehearsalSettings {
  const staff = hospital.staff.map(({ slackUserId, name, departments, roles }) => ({
    id: slackUserId,
    name,
    place: departments.join(', ') || (roles.includes('director') ? '병원장' : '소속 없음'),
  }))
  return { productUrl, slackUrl, hospitalName: hospital.name.ko, staff }
}
