import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'

import { cleanPhoto } from '../../src/photos/cleanPhoto.ts'
import type { NewPhoto } from '../../src/photos/photo.ts'
import type { DestructionOrder } from '../../src/retention/destruction.ts'
import { phoneJpeg } from '../photos/pictures.ts'
import { fileEverything } from './destroy/filed.ts'
import { covered } from './examples.ts'
import { MONDAY, openTestStores, type TestStores } from './testStores.ts'

const URL_SAID = 'https://secure.kakaocdn.net/dna/secret-place.jpg?signature=s'
const order: DestructionOrder = { rule: 'deletion_request', at: MONDAY, by: 'person' }

let stores: TestStores

beforeAll(async () => {
  stores = await openTestStores()
})
afterAll(() => stores.close())

async function send(conversationId: string, count = 1): Promise<readonly string[]> {
  const photos = Array.from({ length: count }, (): NewPhoto => ({
    id: randomUUID(),
    conversationId,
    urls: [URL_SAID],
    expiresAt: new Date(MONDAY.getTime() + 600_000),
    createdAt: MONDAY,
  }))
  await stores.conversations.transact((tx) => tx.insertPhotos(covered(photos)))
  return photos.map(({ id }) => id)
}

async function countRows(ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from attachments where id = any(${ids}::uuid[])`.execute(stores.database.db)
  return Number(rows[0]?.count)
}

async function countKeys(): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from keyring.data_keys`.execute(stores.database.db)
  return Number(rows[0]?.count)
}

describe('a photo in the record', () => {
  it('waits with its address sealed, and is then kept sealed, its address forgotten', async () => {
    const [id = ''] = await send(randomUUID())
    expect(await stores.photos.findSource(id)).toEqual({ urls: [URL_SAID], expiresAt: expect.any(Date) })
    const picture = cleanPhoto(phoneJpeg())
    await stores.photos.keep(id, picture)
    expect(await stores.photos.findSource(id)).toBeUndefined()
    expect(await stores.tickets.readPhoto(id)).toEqual({ mediaType: 'image/jpeg', bytes: picture.bytes })
    const { rows } = await sql<{ all: string }>`
      select encode(coalesce(image, ''), 'hex') || encode(coalesce(source, ''), 'hex') as all
      from attachments where id = ${id}`.execute(stores.database.db)
    expect(rows[0]?.all).not.toContain(picture.bytes.subarray(0, 16).toString('hex'))
  })

  it('does not open in the place of another', async () => {
    const [one = '', other = ''] = await send(randomUUID(), 2)
    await stores.photos.keep(one, cleanPhoto(phoneJpeg()))
    await sql`update attachments set image = (select image from attachments where id = ${one}), state = 'kept',
      media_type = 'image/jpeg' where id = ${other}`.execute(stores.database.db)
    await expect(stores.tickets.readPhoto(other)).rejects.toMatchObject({ code: 'cannot_decrypt' })
  })

  it('stays refused once it was', async () => {
    const [id = ''] = await send(randomUUID())
    await stores.photos.refuse(id, 'too_large')
    await stores.photos.keep(id, cleanPhoto(phoneJpeg()))
    expect(await stores.photos.list([id])).toMatchObject([{ state: 'refused', problem: 'too_large' }])
    expect(await stores.tickets.readPhoto(id)).toBeUndefined()
  })

  it('goes with the draft it was sent for', async () => {
    const conversationId = randomUUID()
    const [kept = '', dropped = ''] = await send(conversationId, 2)
    await stores.conversations.transact((tx) => tx.keepOnlyPhotos(conversationId, [kept]))
    expect(await stores.photos.list([kept, dropped])).toMatchObject([{ id: kept }])
    await stores.conversations.transact((tx) => tx.keepOnlyPhotos(conversationId, []))
    expect(await countRows([kept])).toBe(0)
  })

  it('goes with a ticket and its key, and not with the conversation it left', async () => {
    const { ticketId, conversationId } = await fileEverything(stores, { mark: 'photos-1' })
    const ids = await send(conversationId, 2)
    await stores.conversations.transact((tx) => tx.filePhotos(ids, ticketId))
    await stores.conversations.transact((tx) => tx.keepOnlyPhotos(conversationId, []))
    expect((await stores.tickets.listPhotos(ticketId)).map(({ id }) => id)).toEqual(ids)
    const keys = await countKeys()
    await stores.transact((tx) => tx.destroyTicket(ticketId, order))
    expect(await countRows(ids)).toBe(0)
    expect(keys - (await countKeys())).toBeGreaterThanOrEqual(3)
  })

  it('goes with whoever wrote, where their words stay', async () => {
    const { ticketId, conversationId } = await fileEverything(stores, { mark: 'photos-2' })
    const ids = await send(conversationId)
    await stores.conversations.transact((tx) => tx.filePhotos(ids, ticketId))
    await stores.transact((tx) => tx.destroyContact(ticketId, 'notices', order))
    expect(await countRows(ids)).toBe(1)
    await stores.transact((tx) => tx.destroyContact(ticketId, 'all', order))
    expect(await countRows(ids)).toBe(0)
  })

  it('goes with a conversation that is destroyed before it was filed', async () => {
    const { conversationId } = await fileEverything(stores, { mark: 'photos-3' })
    const ids = await send(conversationId)
    await stores.transact((tx) => tx.destroyConversation(conversationId, order))
    expect(await countRows(ids)).toBe(0)
  })

  it('goes a day after its draft was left, also where no conversation is left', async () => {
    const { conversationId } = await fileEverything(stores, { mark: 'photos-4' })
    await sql`update conversations set unfinished = true where id = ${conversationId}`.execute(stores.database.db)
    const ids = [...(await send(conversationId)), ...(await send('gone'))]
    await stores.conversations.dropExpired(new Date(MONDAY.getTime() + 3_600_000))
    expect(await countRows(ids.slice(0, 1))).toBe(1)
    await stores.conversations.dropExpired(new Date(MONDAY.getTime() + 25 * 3_600_000))
    expect(await countRows(ids)).toBe(0)
  })
})
