import { createInterface } from 'node:readline'

import { understandLine } from './understandLine.ts'

/** The `understand` command: JSON lines in, JSON lines out, in order; exit code 1 when a line could not be read. */
async function main(): Promise<void> {
  if (process.argv.includes('--model')) console.error('No model is configured (LLM_MODEL); going on with rules only.')
  const now = new Date()
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    const answer = understandLine(line, number, now)
    process.stdout.write(`${answer.json}\n`)
    if (!answer.ok) process.exitCode = 1
  }
}

await main()
