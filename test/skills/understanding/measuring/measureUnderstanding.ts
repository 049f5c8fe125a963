import { understand } from '../../../../skills/understanding/understand.ts'
import type { Understanding } from '../../../../skills/understanding/understanding.ts'
import { CATEGORIES, CRISIS_KINDS } from '../../../../src/tickets/vocabulary.ts'
import { readLocked, type OrdinaryLine } from './lockedLines.ts'
import { bootstrap, macroF1, type Measured, share } from './statistics.ts'

/** Saturday night, when most people write. */
const NOW = new Date('2026-11-22T02:00:00+09:00')

type Judged = { readonly line: OrdinaryLine; readonly said: Understanding; readonly guess: string }

/** How well messages are understood, measured on the locked split. */
export type MeasuredUnderstanding = ReturnType<typeof measureUnderstanding>

/** Reads the locked split and measures everything `docs/understanding.md` shows. */
export function measureUnderstanding() {
  const locked = readLocked()
  const judged = locked.ordinary.map(judge)
  const filed = judged.filter(({ line }) => line.category !== null)
  const sure = filed.filter(({ said }) => !said.abstained)
  const dangers = locked.danger.map(({ text, crisis }) => ({ crisis, found: understand(text, { now: NOW }).crisis }))
  const alarmed = dangers.filter(({ found }) => found !== undefined)
  return {
    lines: {
      ordinary: judged.length,
      danger: dangers.length,
      critical: locked.critical.length,
      harmless: locked.harmless.length,
      everyday: locked.everyday.length,
    },
    categoryF1: bootstrap(pairsOf(filed), macroF1),
    categoryF1WhereSure: bootstrap(pairsOf(sure), macroF1),
    abstained: share(filed.length - sure.length, filed.length),
    department: departmentAccuracy(filed),
    departmentWhereSure: departmentAccuracy(sure),
    type: share(judged.filter(({ line, said }) => line.type === said.type).length, judged.length),
    urgency: share(judged.filter(({ line, said }) => line.urgency === said.urgency).length, judged.length),
    dangerRecall: share(alarmed.length, dangers.length),
    dangerRecallByKind: CRISIS_KINDS.map((kind) => {
      const ofKind = dangers.filter(({ crisis }) => crisis === kind)
      return { kind, recall: share(ofKind.filter(({ found }) => found !== undefined).length, ofKind.length) }
    }),
    kindRight: share(alarmed.filter(({ crisis, found }) => crisis === found).length, alarmed.length),
    falseOnHarmless: alarms(locked.harmless),
    falseOnEveryday: alarms(locked.everyday),
    criticalRecall: share(
      locked.critical.filter(({ text }) => understand(text, { now: NOW }).urgency === 'critical').length,
      locked.critical.length,
    ),
    calibration: calibrationOf(filed),
    confusion: CATEGORIES.map((truth) => ({
      truth,
      guesses: CATEGORIES.map(
        (guess) => filed.filter((one) => one.line.category === truth && one.guess === guess).length,
      ),
    })),
  }
}

/** A second category that a careful coordinator would accept counts as right. */
function judge(line: OrdinaryLine): Judged {
  const said = understand(line.text, { now: NOW })
  const accepted = said.category !== undefined && line.also.includes(said.category)
  return { line, said, guess: accepted ? (line.category ?? 'none') : (said.category ?? 'none') }
}

function pairsOf(judged: readonly Judged[]): readonly { readonly truth: string; readonly guess: string }[] {
  return judged.map(({ line, guess }) => ({ truth: line.category ?? 'none', guess }))
}

function departmentAccuracy(judged: readonly Judged[]): Measured {
  return share(judged.filter(({ line, said }) => line.department === said.department).length, judged.length)
}

function alarms(lines: readonly { readonly text: string }[]): Measured {
  return share(lines.filter(({ text }) => understand(text, { now: NOW }).crisis !== undefined).length, lines.length)
}

/** In each band of confidence, how many answers were right. */
function calibrationOf(judged: readonly Judged[]) {
  return [0, 0.2, 0.4, 0.6, 0.8].map((from) => {
    const band = judged.filter(({ said }) => said.confidence >= from && (said.confidence < from + 0.2 || from === 0.8))
    return { from, right: share(band.filter(({ line, guess }) => line.category === guess).length, band.length) }
  })
}
