import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { leash } from './support/leash.ts'
import { makeTestFolder, removeTestFolder } from './support/testFolder.ts'

const resultsSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

/** `npm test`: runs jest with the arguments given, in a temporary folder that is gone afterwards. */
const folder = await makeTestFolder()
try {
  process.exitCode = await runJest(folder, process.argv.slice(2))
  const counts = await readCounts(folder)
  if (counts) console.log(counts)
} finally {
  await removeTestFolder(folder)
}

async function runJest(folder: string, args: readonly string[]): Promise<number> {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
  const results = ['--json', `--outputFile=${resultsIn(folder)}`]
  const [command = '', ...words] = [...leash, process.execPath, ...flags, jestProgram(), ...results, ...args]
  const jest = spawn(command, words, { stdio: 'inherit', env: { ...process.env, TMPDIR: folder } })
  // Ctrl-C reaches jest by itself; this process stays to clean up.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => jest.kill('SIGTERM'))
  const [code] = await once(jest, 'exit')
  return typeof code === 'number' ? code : 1
}

function jestProgram(): string {
  return join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js')
}

function resultsIn(folder: string): string {
  return join(folder, 'results.json')
}

/** Undefined when jest ended before it had results. A suite that could not run at all counts as one failure. */
async function readCounts(folder: string): Promise<string | undefined> {
  const text = await readFile(resultsIn(folder), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const results = resultsSchema.parse(JSON.parse(text))
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  return `${results.numPassedTests} passed, ${failed} failed, ${results.numPendingTests + results.numTodoTests} skipped`
}
