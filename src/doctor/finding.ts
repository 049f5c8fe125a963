/** What the doctor saw: `well`, `look` (somebody should know), `mend` (it will not work like this). */
export type Finding = {
  readonly state: 'well' | 'look' | 'mend'
  /** What was looked at, such as `Slack`. */
  readonly area: string
  readonly says: string
  /** What to do about it. */
  readonly fix?: string
}

/** Findings of one area. */
export function findingsOf(area: string) {
  return {
    well: (says: string): Finding => ({ state: 'well', area, says }),
    look: (says: string, fix: string): Finding => ({ state: 'look', area, says, fix }),
    mend: (says: string, fix: string): Finding => ({ state: 'mend', area, says, fix }),
  }
}

const MARKS = { well: 'ok  ', look: 'look', mend: 'MEND' } as const

/** A line for each finding, with what to do under it. */
export function describeFindings(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ state, area, says, fix }) => `${MARKS[state]}  ${area}: ${says}${fix === undefined ? '' : `\n      → ${fix}`}`,
    )
    .join('\n')
}
