import { readFile } from 'node:fs/promises'

import type { Page } from 'playwright-core'

const AXE = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)

/** What on a page stands in the way of people with impairments, as axe knows it, or makes it scroll sideways. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  const found = await page.evaluate<string[]>(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))',
  )
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  return isWide ? [...found, 'scrolls sideways'] : found
}
