import { createServer, type OutgoingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { createFetchPhoto } from '../../../src/http/photos/fetchPhoto.ts'
import { isPublicAddress } from '../../../src/http/photos/isPublicAddress.ts'
import { photoOrigins } from '../../../src/http/photos/photoOrigins.ts'

const MB = 1024 * 1024

let server: Server
let origin: string
const called: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    called.push(request.url ?? '')
    ANSWERS[request.url ?? '']?.(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/photo': (response) => response.end('photo'),
  '/moved': answer(302, { location: 'http://169.254.169.254/latest/meta-data' }),
  '/gone': answer(403),
  '/broken': answer(500),
  '/two-gigabytes': (response) => {
    response.writeHead(200, { 'content-length': 2 * 1024 * MB })
    response.write('x')
  },
  '/endless': sendEndlessly,
  '/bomb': answer(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(20 * MB))),
  '/silent': () => undefined,
  '/dripping': (response) => void setInterval(() => response.write('x'), 50).unref(),
}

// In two statements: restify, where it was loaded before, makes writeHead answer nothing.
function answer(status: number, headers: OutgoingHttpHeaders = {}, body: Buffer | string = '') {
  return (response: ServerResponse): void => {
    response.writeHead(status, headers)
    response.end(body)
  }
}

function sendEndlessly(response: ServerResponse): void {
  const send = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(MB))) continue
  }
  response.on('drain', send)
  send()
}

describe('a photo that is fetched', () => {
  const fetchPhoto = (path: string) => createFetchPhoto({ open: [], trusted: [origin] }, 500)(`${origin}${path}`)

  it('is read whole', async () => {
    expect((await fetchPhoto('/photo')).toString()).toBe('photo')
  })

  it.each([
    ['/moved', 'redirected'],
    ['/gone', 'gone'],
    ['/two-gigabytes', 'too_large'],
    ['/endless', 'too_large'],
    ['/bomb', 'not_a_photo'],
  ])('is refused for good: %s', async (path, code) => {
    await expect(fetchPhoto(path)).rejects.toMatchObject({ name: 'PhotoError', code })
  })

  it.each(['/broken', '/silent', '/dripping'])('may be tried again: %s', async (path) => {
    await expect(fetchPhoto(path)).rejects.not.toMatchObject({ name: 'PhotoError' })
  })

  it('is fetched from known places alone', async () => {
    called.length = 0
    const strict = createFetchPhoto(photoOrigins('https://bot-api.kakao.com'))
    const hostile = [
      `${origin}/photo`,
      'http://secure.kakaocdn.net/dna/a.jpg',
      'https://secure.kakaocdn.net.evil.example/dna/a.jpg',
      'https://secure.kakaocdn.net:8443/dna/a.jpg',
      'file:///etc/passwd',
    ]
    for (const address of hostile) await expect(strict(address)).rejects.toMatchObject({ code: 'forbidden_address' })
    expect(called).toEqual([])
  })

  it('is not fetched from a name that leads inside', async () => {
    const inside = origin.replace('127.0.0.1', 'localhost')
    const byName = createFetchPhoto({ open: [inside], trusted: [] })
    const byNumber = createFetchPhoto({ open: [origin], trusted: [] })
    called.length = 0
    await expect(byName(`${inside}/photo`)).rejects.toMatchObject({ code: 'forbidden_address' })
    await expect(byNumber(`${origin}/photo`)).rejects.toMatchObject({ code: 'forbidden_address' })
    expect(called).toEqual([])
  })
})

describe('an address', () => {
  it.each(['8.8.8.8', '211.231.99.17', '2404:6800:4004::1'])('is of the open internet: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fe80::1',
    'fd00::1',
    '2002:7f00:1::',
    'ff02::1',
    'localhost',
    '',
  ])('is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
