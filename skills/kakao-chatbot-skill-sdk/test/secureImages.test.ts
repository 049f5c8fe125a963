import { describe, expect, it } from '@jest/globals'
import { isChatPhoto, readSecureImages } from '../src/secureImages.ts'

const at = (path: string, scheme = 'http') =>
  `${scheme}://secure.kakaocdn.net/dna/${path}/img_org.jpg?credential=c&expires=1790000000&allow_ip=&allow_referer=&signature=s,1`
const list = (...urls: readonly string[]) => `List(${urls.join(',')})`
const plugin = (secureUrls: unknown, more: object = {}) =>
  JSON.stringify({ privacyAgreement: 'Y', imageQuantity: '2', secureUrls, expire: '2026-09-21T11:33:20+0000', ...more })
const inParams = (photos: unknown) => ({ params: { photos }, detailParams: {} })
const urlsOf = (images: ReturnType<typeof readSecureImages>) => images?.images.map(({ urls }) => urls)

describe('readSecureImages', () => {
  it('reads the list of the plugin and asks for https', () => {
    expect(readSecureImages(inParams(plugin(list(at('aa'), at('bb')))))).toEqual({
      parameter: 'photos',
      images: [{ urls: [at('aa', 'https')] }, { urls: [at('bb', 'https')] }],
      expiresAt: Date.UTC(2026, 8, 21, 11, 33, 20),
      refusedCount: 0,
    })
  })

  it.each<[string, string]>([
    ['blanks between', `List(${at('aa')}, ${at('bb')})`],
    ['no wrapping', `${at('aa')},${at('bb')}`],
    ['a blank entry', `List(${at('aa')},, ${at('bb')})`],
  ])('reads a list with %s', (_name, text) => {
    expect(readSecureImages(inParams(plugin(text)))?.images.length).toBeGreaterThan(0)
  })

  it('finds the list in detailParams alone', () => {
    const value = plugin(list(at('aa')))
    const detailParams = { photos: { origin: list(at('aa')), value, groupName: '' } }
    expect(urlsOf(readSecureImages({ params: {}, detailParams }))).toEqual([[at('aa', 'https')]])
    expect(urlsOf(readSecureImages({ params: { photos: 'sys.plugin.secureimage' }, detailParams }))).toHaveLength(1)
  })

  it('looks at one parameter where asked to', () => {
    const turn = { params: { a: plugin(list(at('aa'))), b: plugin(list(at('bb'))) }, detailParams: {} }
    expect(readSecureImages(turn, { parameter: 'b' })?.parameter).toBe('b')
    expect(readSecureImages(turn, { parameter: 'c' })).toBeUndefined()
  })

  it('offers http after https where that is allowed', () => {
    const allowedOrigins = ['https://secure.kakaocdn.net', 'http://secure.kakaocdn.net']
    expect(urlsOf(readSecureImages(inParams(plugin(list(at('aa')))), { allowedOrigins }))).toEqual([
      [at('aa', 'https'), at('aa')],
    ])
  })

  it.each([
    'https://evil.example/dna/a.jpg',
    'https://secure.kakaocdn.net.evil.example/a.jpg',
    'https://secure.kakaocdn.net@evil.example/a.jpg',
    'https://user@secure.kakaocdn.net/a.jpg',
    'https://secure.kakaocdn.net:8443/a.jpg',
    'http://secure.kakaocdn.net:8080/a.jpg',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1/a.jpg',
    'http://[::1]/a.jpg',
    'https://xn--secure-kakaocdn.net/a.jpg',
  ])('leaves out %s', (url) => {
    const images = readSecureImages(inParams(plugin(list(at('aa'), url))))
    expect([urlsOf(images), images?.refusedCount]).toEqual([[[at('aa', 'https')]], 1])
    expect(readSecureImages(inParams(plugin(list(url))))).toBeUndefined()
  })

  it('takes ten photos and counts the rest', () => {
    const images = readSecureImages(inParams(plugin(list(...Array.from({ length: 12 }, (_url, n) => at(`p${n}`))))))
    expect([images?.images.length, images?.refusedCount]).toEqual([10, 2])
  })

  it.each<[string, object, string, number | undefined]>([
    ['the earlier of two', { expire: '2030-01-01T00:00:00+0000' }, at('aa'), 1_790_000_000_000],
    ['the addresses', { expire: '곧' }, at('aa'), 1_790_000_000_000],
    ['neither', { expire: undefined }, 'https://secure.kakaocdn.net/dna/a.jpg', undefined],
  ])('takes the expiry from %s', (_name, more, url, expected) => {
    expect(readSecureImages(inParams(plugin(list(url), more)))?.expiresAt).toBe(expected)
  })

  it.each<[string, unknown]>([
    ['no agreement', plugin(list(at('aa')), { privacyAgreement: 'N' })],
    ['an agreement left out', plugin(list(at('aa')), { privacyAgreement: undefined })],
    ['an empty list', plugin('List()')],
    ['a list of words', plugin('List(사진,사진)')],
    ['a number for a list', plugin(7)],
    ['the list alone', list(at('aa'))],
    ['broken JSON', plugin(list(at('aa'))).slice(0, -5)],
    ['javascript', plugin('List(javascript:alert(1))')],
    ['null', null],
    ['nothing', undefined],
  ])('finds none in %s', (_name, value) => {
    expect(readSecureImages(inParams(value))).toBeUndefined()
  })
})

describe('isChatPhoto', () => {
  const url = 'http://dn-m.talk.kakao.com/talkm/a/b/i_c.jpg'
  it.each<[string, boolean, string, object]>([
    ['the address of a photo', true, url, {}],
    ['media', true, '', { media: { url } }],
    ['another address', false, 'https://example.org/talkm/a.jpg', {}],
    ['words with an address', false, `이 사진입니다 ${url}`, {}],
    ['words', false, '사진이 안 올라가요', { media: null }],
  ])('hears %s as %s', (_name, expected, utterance, requestParams) => {
    expect(isChatPhoto({ utterance, requestParams: { ...requestParams } })).toBe(expected)
  })
})
