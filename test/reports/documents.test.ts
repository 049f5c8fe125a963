import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { DOCUMENTS } from './documents.ts'

describe('documents made from the code', () => {
  it.each(DOCUMENTS)('$path says what the code does; where it does not, run `npm run docs`', ({ path, make }) => {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(make())
  })
})
