import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { exampleReceipt } from './examples.ts'
import { MONDAY, openTestStores, type TestStores } from './testStores.ts'

const LATER = new Date(MONDAY.getTime() + 30 * 60_000)

let stores: TestStores

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())

describe('a link to the consent page', () => {
  it('is used once, also by two transactions at the same time', async () => {
    const use = () => stores.conversations.transact((tx) => tx.useLink({ tokenHash: 'one', expiresAt: LATER }))
    expect(await stores.conversations.isLinkUsed('one')).toBe(false)
    const results = await Promise.allSettled([use(), use(), use()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'link_used' } })
    expect(await stores.conversations.isLinkUsed('one')).toBe(true)
    expect(await stores.conversations.isLinkUsed('another')).toBe(false)
  })

  it('is not used by a turn that was not written', async () => {
    const failing = stores.conversations.transact(async (tx) => {
      await tx.useLink({ tokenHash: 'two', expiresAt: LATER })
      throw new Error('not written')
    })
    await expect(failing).rejects.toThrow('not written')
    expect(await stores.conversations.isLinkUsed('two')).toBe(false)
  })

  it('is forgotten when it would not work any more', async () => {
    await stores.conversations.transact((tx) => tx.useLink({ tokenHash: 'three', expiresAt: LATER }))
    await stores.conversations.dropExpired(new Date(LATER.getTime() - 1))
    expect(await stores.conversations.isLinkUsed('three')).toBe(true)
    await stores.conversations.dropExpired(LATER)
    expect(await stores.conversations.isLinkUsed('three')).toBe(false)
  })
})

describe('the receipt of somebody who refuses collection', () => {
  it('is tied to no conversation, while other refusals are', async () => {
    const receipts = [
      exampleReceipt({ purpose: 'collect', granted: false }),
      exampleReceipt({ purpose: 'overseas', granted: false }),
    ]
    await stores.conversations.transact((tx) => tx.writeReceipts(receipts, 'conversation-x'))
    const rows = await stores.database.db.selectFrom('receipts').select(['purpose', 'conversation_id']).execute()
    expect(rows).toEqual(
      expect.arrayContaining([
        { purpose: 'collect', conversation_id: null },
        { purpose: 'overseas', conversation_id: 'conversation-x' },
      ]),
    )
  })
})
