import { fill, type Texts } from './texts.ts'

/**
 * The sentence for a refusal's code.
 *
 * @param holder who holds the ticket by now; only some sentences name them
 */
export function problemText(code: string, texts: Texts, holder?: string): string {
  const sentences: Readonly<Record<string, string>> = texts.problem
  if (code === 'taken' && holder === undefined) return texts.problem.not_yours
  return fill(sentences[code] ?? texts.problem.failed, { name: holder ?? '' })
}
