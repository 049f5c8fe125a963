import { CATEGORIES } from '../../../../src/tickets/vocabulary.ts'
import type { MeasuredUnderstanding } from './measureUnderstanding.ts'
import type { Measured } from './statistics.ts'

/** `docs/understanding.md`, from what was measured. */
export function understandingDocument(measured: MeasuredUnderstanding): string {
  const { lines } = measured
  const sections = [
    '# How well messages are understood',
    `Written by \`npm run docs\` from a split of ${lines.ordinary} ordinary lines, ${lines.danger} lines that tell of danger, ${lines.critical} critical ones,
${lines.harmless} that use alarming words harmlessly, and ${lines.everyday} lines of everyday talk. One author composed all of them for this purpose,
without sight of the rules or the examples; they are not patients' words. No line of it serves training or tuning, and no
example the product learned from repeats one. Its totals, never its lines, were seen several times while the rules were
written, so a split that nobody here wrote may come out a little lower. Figures are shares with 95 % intervals: Wilson's for shares, a
seeded bootstrap for F1. Everything is measured without a language model and without network.`,
    '## Against what we aim for',
    table(
      ['', 'measured', '95 % interval', 'lines', 'aim', 'reached'],
      [
        aimed('category, macro-F1', measured.categoryF1, 0.85, 'least'),
        aimed('category, macro-F1 where it does not abstain', measured.categoryF1WhereSure, 0.85, 'least'),
        aimed('left to the coordinator', measured.abstained, 0.12, 'most'),
        aimed('department where it does not abstain', measured.departmentWhereSure, 0.88, 'least'),
        aimed('danger found', measured.dangerRecall, 0.98, 'least'),
        aimed('false alarms on harmless lines', measured.falseOnHarmless, 0.03, 'most'),
        aimed('false alarms on everyday talk', measured.falseOnEveryday, 0.001, 'most'),
        aimed('critical lines called critical', measured.criticalRecall, 0.97, 'least'),
      ],
    ),
    '## Everything else',
    table(
      ['', 'measured', '95 % interval', 'lines'],
      [
        plain('department, all lines', measured.department),
        plain('type', measured.type),
        plain('urgency, all four steps', measured.urgency),
        ...measured.dangerRecallByKind.map(({ kind, recall }) => plain(`danger found: \`${kind}\``, recall)),
        plain('kind of danger, where danger was found', measured.kindRight),
      ],
    ),
    '## How far its confidence can be trusted',
    table(
      ['confidence from', 'category right', '95 % interval', 'lines'],
      measured.calibration.map(({ from, right }) => plain(from.toFixed(1), right)),
    ),
    '## Which category is taken for which',
    'Rows are what lines are about, columns what was understood; a second category that a careful coordinator would accept counts as right.',
    table(
      ['', ...CATEGORIES.map((_, place) => String(place + 1))],
      measured.confusion.map(({ truth, guesses }, place) => [
        `${place + 1} \`${truth}\``,
        ...guesses.map((count) => (count === 0 ? '·' : String(count))),
      ]),
    ),
  ]
  return `${sections.join('\n\n')}\n`
}

function aimed(name: string, measured: Measured, aim: number, bound: 'least' | 'most'): readonly string[] {
  const reached = bound === 'least' ? measured.value >= aim : measured.value <= aim
  return [...plain(name, measured), `${bound === 'least' ? '≥' : '≤'} ${percent(aim)}`, reached ? 'yes' : 'no']
}

function plain(name: string, { value, low, high, of }: Measured): readonly string[] {
  return [name, percent(value), `${percent(low)} to ${percent(high)}`, String(of)]
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

/** Padded as the formatter wants it, so that a written document is a formatted one. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(3, name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
