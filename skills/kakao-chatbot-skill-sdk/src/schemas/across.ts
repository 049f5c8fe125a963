import * as z from 'zod/mini'

/** What is wrong with a field, by its path below the checked value. */
export type Problem = readonly [path: readonly (string | number)[], problem: string]

/** A check that looks at several fields at once and names the one at fault. */
export const across = <Value>(findProblems: (value: Value) => readonly Problem[]) =>
  z.check<Value>(({ value, issues }) => {
    for (const [path, message] of findProblems(value)) {
      issues.push({ code: 'custom', input: value, path: [...path], message })
    }
  })
