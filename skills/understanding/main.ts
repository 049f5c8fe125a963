import { createInterface } from 'node:readline'

import { readConfig } from '../../src/config.ts'
import { openLanguageModel } from '../../src/openLanguageModel.ts'
import { createImproveLine } from './improveLine.ts'
import { understandLine } from './understandLine.ts'

/**
 * The `understand` command: JSON lines in, JSON lines out, in order; exit code 1 when a line could not be read. With `--model`
 * the configured model reads what the rules cannot place.
 */
async function main(): Promise<void> {
  const now = new Date()
  const improve = process.argv.includes('--model') ? await openImprove(now) : undefined
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1
    if (line.trim() === '') continue
    const answer = await understandLine(line, number, now, improve)
    process.stdout.write(`${answer.json}\n`)
    if (!answer.ok) process.exitCode = 1
  }
}

async function openImprove(now: Date): Promise<ReturnType<typeof createImproveLine> | undefined> {
  const warn = ({ code }: { readonly code?: string }): void => console.error(`The model gave no answer: ${code}.`)
  const model = openLanguageModel(readConfig(process.env), () => undefined, { warn })
  // As in the product, where the library is loaded long before anybody complains.
  await model?.warmUp()
  if (model) return createImproveLine(model, now)
  console.error('No model is configured (LLM_MODEL); going on with rules only.')
  return undefined
}

await main()
