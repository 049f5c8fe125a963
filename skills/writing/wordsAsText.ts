import type { ModelWords } from '../../src/consent/coverModel.ts'

/** All that was said, in one text; what the story already says is not said twice. */
export function wordsAsText({ story, where, wish }: ModelWords): string {
  return [story, ...[where, wish].filter((part) => part !== undefined && !story.includes(part))].join('\n')
}
