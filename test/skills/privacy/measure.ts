import { findPersonalData } from '../../../skills/privacy/findPersonalData.ts'
import { PERSONAL_DATA_TYPES, type Finding, type PersonalDataType } from '../../../skills/privacy/personalData.ts'
import { readCorpus, type CorpusLine, type CorpusSpan } from './corpus/readCorpus.ts'
import { generateLines, generateTalks } from './generateLines.ts'
import { leftOfLine, leftOfTalk } from './visibleDigits.ts'

/** A share of a count with its Wilson interval at 95 %; shares lie between 0 and 1. */
type Share = {
  readonly count: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** What detection made of one file of marked lines. */
type CorpusMeasure = {
  readonly lines: number
  readonly cleanLines: number
  /** Clean lines in which something was found, by mistake. */
  readonly flagged: Share
  /** Of everything found, what overlaps a mark of its type. */
  readonly precision: Share
  /** Of the marks of each type, those of which at least half was found as that type. */
  readonly recall: Readonly<Record<PersonalDataType, Share>>
}

export type DetectionMeasure = {
  readonly tuning: CorpusMeasure
  readonly locked: CorpusMeasure
  /** Generated numbers that may never be kept: `hidden` are those of which no digit is left to read. */
  readonly generated: {
    readonly lines: number
    readonly talks: number
    readonly hidden: Share
    readonly hiddenOverMessages: Share
  }
}

/** The normal quantile of a 95 % interval. */
const Z = 1.96

/** Measures detection on the lines it was tuned on, on the locked ones, and on the generated ones. */
export function measureDetection(): DetectionMeasure {
  const lines = generateLines()
  const talks = generateTalks()
  return {
    tuning: measureCorpus(readCorpus('tuning')),
    locked: measureCorpus(readCorpus('locked')),
    generated: {
      lines: lines.length,
      talks: talks.length,
      hidden: share(lines.filter((line) => leftOfLine(line) === '').length, lines.length),
      hiddenOverMessages: share(talks.filter((talk) => leftOfTalk(talk) === '').length, talks.length),
    },
  }
}

function measureCorpus(lines: readonly CorpusLine[]): CorpusMeasure {
  const read = lines.map((line) => ({ ...line, found: findPersonalData(line.text) }))
  const clean = read.filter(({ spans }) => spans.length === 0)
  const found = read.flatMap(({ spans, found }) => found.map((finding) => spans.some((span) => touches(span, finding))))
  const recallOf = (type: PersonalDataType): Share => {
    const marks = read.flatMap(({ spans, found }) =>
      spans.filter((span) => span.type === type).map((span) => found.some((finding) => covers(finding, span))),
    )
    return share(marks.filter(Boolean).length, marks.length)
  }
  return {
    lines: lines.length,
    cleanLines: clean.length,
    flagged: share(clean.filter(({ found }) => found.length > 0).length, clean.length),
    precision: share(found.filter(Boolean).length, found.length),
    recall: recallByType(recallOf),
  }
}

function recallByType(recallOf: (type: PersonalDataType) => Share): Readonly<Record<PersonalDataType, Share>> {
  return Object.fromEntries(PERSONAL_DATA_TYPES.map((type) => [type, recallOf(type)])) as Record<
    PersonalDataType,
    Share
  >
}

function covers(finding: Finding, span: CorpusSpan): boolean {
  return finding.type === span.type && shared(finding, span) * 2 >= span.end - span.start
}

function touches(span: CorpusSpan, finding: Finding): boolean {
  return finding.type === span.type && shared(finding, span) > 0
}

function shared(finding: Finding, span: CorpusSpan): number {
  return Math.max(0, Math.min(finding.end, span.end) - Math.max(finding.start, span.start))
}

/** Wilson's score interval: honest for shares near one and for small counts. */
function share(count: number, of: number): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 }
  const p = count / of
  const centre = p + (Z * Z) / (2 * of)
  const spread = Z * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of))
  const scale = 1 + (Z * Z) / of
  return { count, of, share: round(p), low: round((centre - spread) / scale), high: round((centre + spread) / scale) }
}

function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(measureDetection(), undefined, 2)}\n`)
