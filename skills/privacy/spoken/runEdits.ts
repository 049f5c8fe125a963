import type { Edit } from '../shadow.ts'

/** What a run reads as, in offsets of the run. `before` and `after` are the characters next to it. */
export type ReadRun = (run: string, before: string, after: string) => readonly Edit[]

const NEAR_BEFORE = 30
const NEAR_AFTER = 2

/** Reads every run of a text that the pattern finds; the edits are in offsets of the text. */
export function runEdits(text: string, runs: RegExp, read: ReadRun): readonly Edit[] {
  return Array.from(text.matchAll(runs)).flatMap(({ 0: run, index }) => {
    const end = index + run.length
    const edits = read(run, text.slice(Math.max(0, index - NEAR_BEFORE), index), text.slice(end, end + NEAR_AFTER))
    return edits.map((edit) => ({ ...edit, start: edit.start + index, end: edit.end + index }))
  })
}
