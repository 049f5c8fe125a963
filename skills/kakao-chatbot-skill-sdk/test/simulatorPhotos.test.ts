import { describe, expect, it } from '@jest/globals'
import { blockButton, textCard, type SkillPayload } from '../src/index.ts'
import { readSecureImages } from '../src/secureImages.ts'
import { say, setUp, simulatedBlocks } from './support/simulated.ts'

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
const blocks = [
  ...simulatedBlocks,
  {
    id: 'photos',
    name: '사진 블록',
    kind: 'command',
    utterances: ['사진 보내기'],
    secureImages: { parameter: 'photos', prompt: '사진을 골라 주세요.' },
  },
  { id: 'escape', name: '탈출 블록', kind: 'escape', utterances: ['취소', '그만'], fixedText: '사진 없이 계속합니다.' },
] as const

const setUpPhotos = async (options: Parameters<typeof setUp>[0] = {}) => {
  const around = await setUp({ blocks, ...options })
  const imagesOf = (payload: SkillPayload | undefined) =>
    payload && readSecureImages(payload, { allowedOrigins: [around.url] })
  const urlOf = (payload: SkillPayload | undefined) => imagesOf(payload)?.images[0]?.urls[0] ?? ''
  return { ...around, imagesOf, urlOf }
}

describe('the secure-image plugin', () => {
  it('asks before the skill is called, and hands over photos that can be fetched', async () => {
    const { user, payloads, imagesOf, urlOf } = await setUpPhotos()
    await user.say('사진 보내기')
    expect([user.isAskedForPhotos, payloads]).toEqual([true, []])
    expect(user.messages.at(-1)).toMatchObject({ outputs: [{ simpleText: { text: '사진을 골라 주세요.' } }] })
    expect(await user.sendPhotos([{ bytes: jpeg }, { bytes: jpeg, contentType: 'image/png' }])).toBeDefined()
    expect(user.isAskedForPhotos).toBe(false)
    expect(payloads[0]?.block.name).toBe('사진 블록')
    expect(imagesOf(payloads[0])?.images).toHaveLength(2)
    const response = await fetch(urlOf(payloads[0]))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(jpeg)
  })

  it('is kept out by whoever allows only Kakao', async () => {
    const { user, payloads } = await setUpPhotos()
    await user.say('사진 보내기')
    await user.sendPhotos([{ bytes: jpeg }])
    expect(payloads[0] && readSecureImages(payloads[0])).toBeUndefined()
  })

  it('asks again until it has photos or hears a word of escape', async () => {
    const { user, payloads } = await setUpPhotos()
    await user.say('사진 보내기')
    await user.say('무슨 사진이요?')
    expect([user.isAskedForPhotos, payloads]).toEqual([true, []])
    await user.say('취소')
    expect([user.isAskedForPhotos, payloads]).toEqual([false, []])
    expect(user.messages.at(-1)).toMatchObject({ outputs: [{ simpleText: { text: '사진 없이 계속합니다.' } }] })
    await user.say('안녕')
    expect(payloads).toHaveLength(1)
    await expect(user.sendPhotos([{ bytes: jpeg }])).rejects.toThrow('No block asks for photos now')
  })

  it('opens from a button and gives way to one', async () => {
    const buttons = [blockButton('사진 보내기', 'photos'), blockButton('사진 없이', 'menu')]
    const { outputs } = { outputs: [textCard({ title: '사진이 있나요?', buttons })] }
    const { user, payloads } = await setUpPhotos({ answer: () => ({ version: '2.0', template: { outputs } }) })
    await user.say('안녕')
    await user.tapButton('사진 보내기')
    expect(user.isAskedForPhotos).toBe(true)
    await user.tapButton('사진 없이')
    expect([user.isAskedForPhotos, payloads.at(-1)?.block.name]).toEqual([false, '메뉴 블록'])
  })

  it('serves a photo for ten minutes, to whoever has its whole address', async () => {
    let time = Date.UTC(2026, 8, 21)
    const { user, payloads, urlOf, imagesOf } = await setUpPhotos({ now: () => time })
    await user.say('사진 보내기')
    await user.sendPhotos([{ bytes: jpeg }])
    expect(imagesOf(payloads[0])?.expiresAt).toBe(time + 600_000)
    expect((await fetch(urlOf(payloads[0]).replace(/signature=.*/u, 'signature=x'))).status).toBe(403)
    time += 600_000
    expect((await fetch(urlOf(payloads[0]))).status).toBe(403)
  })

  it('can leave detailParams out', async () => {
    const { user, bodies } = await setUpPhotos()
    for (const withDetails of [true, false]) {
      await user.say('사진 보내기')
      await user.sendPhotos([{ bytes: jpeg }], { withDetails })
    }
    expect(bodies.map((body) => Object.keys(body.action.detailParams))).toEqual([['photos'], []])
  })

  it.each([0, 11])('takes no %i photos', async (count) => {
    const { user } = await setUpPhotos()
    await user.say('사진 보내기')
    await expect(user.sendPhotos(Array.from({ length: count }, () => ({ bytes: jpeg })))).rejects.toThrow('1 to 10')
  })
})

describe('hostile photos', () => {
  it('may redirect', async () => {
    const { user, payloads, urlOf } = await setUpPhotos()
    await user.say('사진 보내기')
    await user.sendPhotos([{ redirectTo: 'http://169.254.169.254/' }])
    const response = await fetch(urlOf(payloads[0]), { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, 'http://169.254.169.254/'])
  })

  it('may never end', async () => {
    const { user, payloads, urlOf } = await setUpPhotos()
    await user.say('사진 보내기')
    await user.sendPhotos([{ endless: true }])
    const reader = (await fetch(urlOf(payloads[0]))).body?.getReader()
    let bytes = 0
    while (bytes < 1_000_000) bytes += ((await reader?.read())?.value as Uint8Array | undefined)?.byteLength ?? 0
    await reader?.cancel()
    expect(bytes).toBeGreaterThanOrEqual(1_000_000)
  })

  it('may lie anywhere, or be no list at all', async () => {
    const { user, payloads, imagesOf } = await setUpPhotos({ answer: () => say('네') })
    await user.say('사진 보내기')
    await user.sendPhotos([{ url: 'http://127.0.0.1:1/etc' }, { bytes: jpeg }])
    expect(imagesOf(payloads[0])).toMatchObject({ refusedCount: 1 })
    await user.say('사진 보내기')
    await user.sendPhotos([{ bytes: jpeg }], { value: '{"privacyAgreement":"Y"' })
    expect([payloads.length, imagesOf(payloads[1])]).toEqual([2, undefined])
  })
})
