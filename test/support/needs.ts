import { describe, it } from '@jest/globals'
import { hasProgram } from './hasProgram.ts'

/**
 * A suite that needs a program of this machine. Where it is missing, the suite is skipped, which one line says aloud;
 * with `NO_SKIP=1` it fails instead.
 */
export function describeWithProgram(program: string, name: string, suite: () => void): void {
  if (hasProgram(program)) return describe(name, suite)
  if (process.env['NO_SKIP'] === '1') return failFor(program, name)
  // Past jest's console, which would bury the line under a stack trace.
  process.stderr.write(`SKIPPED: ${name} needs ${program}\n`)
  describe.skip(name, suite)
}

function failFor(program: string, name: string): void {
  describe(name, () => {
    it(`finds ${program}`, () => {
      throw new Error(`${program} is not installed, and NO_SKIP=1 lets nothing be skipped.`)
    })
  })
}
