import { afterAll, beforeAll, expect, it } from '@jest/globals'

import { phoneJpeg } from '../photos/pictures.ts'
import { type LoopProcess, prepareLoopProcess, until } from '../support/loop.ts'
import { tapThrough } from '../support/patient.ts'
import { queryRows } from '../support/queryRows.ts'

let loop: LoopProcess

beforeAll(async () => {
  loop = await prepareLoopProcess()
  await loop.start()
}, 60_000)
afterAll(() => loop.stop())

it('fetches photos after a kill -9 that came right behind the answer', async () => {
  const phone = loop.kakao.user('killed')
  await tapThrough(phone, '어제 2층 화장실 바닥에 물이 고여 있었어요', 'confirm.summary')
  await phone.tapQuickReply('사진 보내기')
  await phone.sendPhotos(Array.from({ length: 4 }, () => ({ bytes: phoneJpeg() })))
  await loop.kill()
  const sql = 'select state, source is null as forgotten from attachments'
  expect(await queryRows(loop.database.connectionString, sql)).toHaveLength(4)
  await loop.start()
  const photos = await until(
    async () => {
      const found = await queryRows(loop.database.connectionString, sql)
      return found.every(({ state }) => state !== 'waiting') ? found : undefined
    },
    'The photos',
    60_000,
  )
  expect(photos).toEqual(Array.from({ length: 4 }, () => ({ state: 'kept', forgotten: true })))
}, 120_000)
