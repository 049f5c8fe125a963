import type { IncomingMessage } from 'node:http'

import { describe, expect, it } from '@jest/globals'

import { createReadCaller } from '../../src/http/readCaller.ts'

function request(remoteAddress: string, headers: IncomingMessage['headers']): IncomingMessage {
  return {
    headers,
    socket: { remoteAddress, localAddress: '127.0.0.1', localPort: 3978 },
  } as unknown as IncomingMessage
}

const forwarded = {
  host: 'inner:3978',
  'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.2',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'sori.example',
}

describe('who called', () => {
  it.each([
    {
      named: 'directly',
      from: '198.51.100.7',
      headers: { host: 'sori.local:3978' },
      ip: '198.51.100.7',
      url: 'http://sori.local:3978',
    },
    {
      named: 'on a socket for both families',
      from: '::ffff:198.51.100.7',
      headers: { host: '[::1]:1' },
      ip: '198.51.100.7',
      url: 'http://[::1]:1',
    },
    {
      named: 'through a trusted proxy, after a forged entry',
      from: '10.0.0.1',
      headers: forwarded,
      ip: '203.0.113.9',
      url: 'https://sori.example',
    },
    {
      named: 'through proxies alone',
      from: '10.0.0.1',
      headers: { host: 'a', 'x-forwarded-for': '10.0.0.5' },
      ip: '10.0.0.5',
      url: 'http://a',
    },
    {
      named: 'pretending to be a proxy',
      from: '198.51.100.7',
      headers: forwarded,
      ip: '198.51.100.7',
      url: 'http://inner:3978',
    },
    {
      named: 'by a host that is none',
      from: '198.51.100.7',
      headers: { host: 'a b/c' },
      ip: '198.51.100.7',
      url: 'http://127.0.0.1:3978',
    },
  ])('is known when they call $named', ({ from, headers, ip, url }) => {
    expect(createReadCaller(['10.0.0.0/8'])(request(from, headers))).toEqual({ ip, calledUrl: url })
  })
})
