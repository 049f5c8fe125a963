import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { KakaoUser, SimulatedPhoto } from 'kakao-chatbot-skill-sdk/simulator'

import { phoneJpeg, phonePng, SECRET } from '../photos/pictures.ts'
import { deskOf } from '../support/deskOf.ts'
import { cardsOf, type Loop, startLoop, until } from '../support/loop.ts'
import { queryRows } from '../support/queryRows.ts'
import { AGREES, fileOnKakao, tapThrough } from '../support/patient.ts'

const STORY = '어제 오후에 2층 화장실 바닥에 물이 고여 있어서 미끄러질 뻔했어요'

let loop: Loop

beforeAll(async () => {
  loop = await startLoop()
})
afterAll(() => loop.stop())

/** Tells of something worth a look, up to the summary. */
async function toSummary(name: string): Promise<KakaoUser> {
  const phone = loop.kakao.user(name)
  await tapThrough(phone, STORY, 'confirm.summary')
  return phone
}

async function sendFromSummary(name: string, photos: readonly SimulatedPhoto[]): Promise<KakaoUser> {
  const phone = await toSummary(name)
  await phone.tapQuickReply('사진 보내기')
  expect(phone.isAskedForPhotos).toBe(true)
  await phone.sendPhotos(photos)
  return phone
}

async function fetched(name: string, photos: readonly SimulatedPhoto[]): Promise<readonly unknown[]> {
  const phone = await sendFromSummary(name, photos)
  const shown = await phone.tapQuickReply('접수하기')
  const number = String(JSON.stringify(shown?.data).match(/V\d{2}-\w{7}/)?.[0])
  const desk = await deskOf(loop, number)
  return until(async () => {
    const { photos } = await desk.get<{ photos: readonly { state: string; problem?: string }[] }>('')
    return photos.some(({ state }) => state === 'waiting') ? undefined : photos
  }, 'The photos')
}

describe('photos sent on KakaoTalk', () => {
  it('are fetched, cleaned, kept with the complaint, and looked at one by one on the desk page', async () => {
    const phone = await sendFromSummary('photos-1', [{ bytes: phoneJpeg() }, { bytes: phonePng() }])
    expect(JSON.stringify(phone.messages.at(-1))).toMatch(/사진 2장을 받았습니다[^]*사진: 2장/)
    const shown = await phone.tapQuickReply('접수하기')
    expect(JSON.stringify(shown?.outputs)).toContain('접수번호')
    const number = String(JSON.stringify(shown?.data).match(/V\d{2}-\w{7}/)?.[0])

    const desk = await deskOf(loop, number)
    const page = await until(async () => {
      const found = await desk.get<{ photos: readonly { state: string; field: string }[] }>('')
      return found.photos.every(({ state }) => state === 'kept') ? found : undefined
    }, 'The photos')
    expect(page.photos.map(({ field }) => field)).toEqual(['photo:1', 'photo:2'])
    const { value } = await desk.post<{ value: string }>('/reveal', { field: 'photo:1', reason: 'facts' })
    expect(value).toMatch(/^data:image\/jpeg;base64,/)
    expect(Buffer.from(value.split(',')[1] ?? '', 'base64').includes(SECRET)).toBe(false)
    const missing = await desk.post<{ error?: { code: string } }>('/reveal', { field: 'photo:3', reason: 'facts' })
    expect(missing.error?.code).toBe('no_such_field')

    const log = await queryRows(
      loop.database.connectionString,
      "select field, reason from audit where action = 'revealed'",
    )
    expect(log).toEqual([{ field: 'photo:1', reason: 'facts' }])
    await until(() => cardsOf(loop, number)[0], 'The card')
    expect(JSON.stringify(loop.slack.calls)).not.toMatch(/base64,|dna\/|image\/jpeg/)
  })

  it('are one sending, however often KakaoTalk calls', async () => {
    const phone = await toSummary('photos-2')
    await phone.tapQuickReply('사진 보내기')
    loop.kakao.faults.set({ duplicate: true })
    await phone.sendPhotos([{ bytes: phoneJpeg() }])
    loop.kakao.faults.set({})
    expect(JSON.stringify(phone.messages.at(-1))).toContain('사진: 1장')
  })

  it('are refused by name where they are hostile, and the complaint is filed all the same', async () => {
    const hostile: readonly SimulatedPhoto[] = [
      { redirectTo: 'http://169.254.169.254/latest/meta-data' },
      { endless: true },
      { bytes: Buffer.from('<svg onload="alert(1)"/>') },
      { bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1') },
      { bytes: phoneJpeg().subarray(0, 40) },
    ]
    const photos = await fetched('photos-3', hostile)
    expect(photos).toMatchObject([
      { state: 'refused', problem: 'redirected' },
      { state: 'refused', problem: 'too_large' },
      { state: 'refused', problem: 'not_a_photo' },
      { state: 'refused', problem: 'not_shown' },
      { state: 'refused', problem: 'broken' },
    ])
  })

  it('are answered kindly where their list cannot be read, or lies anywhere else', async () => {
    const phone = await toSummary('photos-4')
    for (const photo of [{ url: 'http://169.254.169.254/latest/meta-data' }, { url: 'file:///etc/passwd' }]) {
      await phone.tapQuickReply('사진 보내기')
      await phone.sendPhotos([photo])
      expect(JSON.stringify(phone.messages.at(-1))).toContain('사진을 받지 못했습니다')
      expect(phone.lastPrompt).toBe('confirm.summary')
    }
    await phone.tapQuickReply('사진 보내기')
    await phone.sendPhotos([{ bytes: phoneJpeg() }], { value: '{"privacyAgreement":"N"}' })
    expect(JSON.stringify(phone.messages.at(-1))).toContain('사진을 받지 못했습니다')
    expect(
      await queryRows(
        loop.database.connectionString,
        "select 1 from attachments where conversation_id is not null and state = 'waiting'",
      ),
    ).toEqual([])
  })

  it('put into the chat itself are answered kindly, and their address is kept nowhere', async () => {
    const phone = await toSummary('photos-5')
    const shown = await phone.say('http://dn-m.talk.kakao.com/talkm/secret/i_abc.jpg')
    expect(JSON.stringify(shown?.outputs)).toContain('사진 보내기')
    expect(phone.lastPrompt).toBe('confirm.summary')
    const first = loop.kakao.user('photos-6')
    const greeted = await first.say('https://dn-m.talk.kakao.com/talkm/secret/i_abc.jpg')
    expect(JSON.stringify(greeted?.outputs)).toContain('저장하지 않았습니다')
    expect(first.quickReplies.map(({ label }) => label)).toContain('처음으로')
  })

  it('typed for are shown the way, and can be left', async () => {
    const phone = await toSummary('photos-7')
    await phone.say('사진 보내기')
    expect(phone.lastPrompt).toBe('complaint.attachments')
    await phone.tapQuickReply('사진 보내기')
    await phone.say('사진 그만')
    await phone.say('사진 없이 계속')
    expect(phone.lastPrompt).toBe('confirm.summary')
    expect(phone.quickReplies.at(-1)?.label).toBe('처음으로')
  })

  it('are not asked for where they help nobody, and not taken before there is something to send them for', async () => {
    const other = loop.kakao.user('photos-8')
    await tapThrough(other, '어제 원무과 직원이 반말을 했어요', 'confirm.summary')
    expect(other.quickReplies.map(({ label }) => label)).not.toContain('사진 보내기')
    const number = await fileOnKakao(loop.kakao.user('photos-9'), STORY, AGREES)
    expect(
      await queryRows(
        loop.database.connectionString,
        'select 1 from attachments a join tickets t on t.id = a.ticket_id where t.number = $1',
        [number],
      ),
    ).toEqual([])
  })
})
