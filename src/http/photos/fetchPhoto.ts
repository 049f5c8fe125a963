import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'

import { PhotoError } from '../../photos/photo.ts'
import { isPublicAddress } from './isPublicAddress.ts'

/** What one photo may weigh. */
const MAX_BYTES = 10 * 1024 * 1024
/** Shorter than a delivery's lease, so that nobody else begins on the same photo. */
const DEADLINE_MS = 10_000

/** Where photos may lie. */
export type PhotoOrigins = {
  /** Letter by letter; what they resolve to must be on the open internet. */
  readonly open: readonly string[]
  /** Named by the operator, and wherever they please: what stands in for Kakao. */
  readonly trusted: readonly string[]
}

/** Fetches the bytes at an address. */
export type FetchPhoto = (address: string) => Promise<Buffer>

/**
 * Builds the one way photos are fetched. The addresses come from outside: only known origins are called, never another
 * address than the one looked at, without following where they point, unpacking what they send, or reading past the limit.
 */
export function createFetchPhoto(origins: PhotoOrigins, deadlineMs = DEADLINE_MS): FetchPhoto {
  return async (address) => {
    const url = new URL(address)
    const isTrusted = origins.trusted.includes(url.origin)
    if (!isTrusted && !origins.open.includes(url.origin)) throw new PhotoError('forbidden_address')
    // An address that is no name is not looked up, and so would not be looked at.
    const host = url.hostname.replaceAll(/^\[|\]$/g, '')
    if (!isTrusted && isIP(host) !== 0) throw new PhotoError('forbidden_address')
    const signal = AbortSignal.timeout(deadlineMs)
    const response = await open(url, { signal, ...(isTrusted ? {} : { lookup: lookUpPublic }) })
    try {
      checkHead(response)
      return await readBody(response)
    } finally {
      response.destroy()
    }
  }
}

function open(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const headers = { accept: 'image/*', 'accept-encoding': 'identity' }
  return new Promise((resolve, reject) => {
    request(url, { ...options, agent: false, headers }, resolve)
      .on('error', reject)
      .end()
  })
}

/** The connection is made to the very address that was looked at, so that a name cannot point elsewhere in between. */
const lookUpPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const safe = (found ?? []).filter(({ address }) => isPublicAddress(address))
    const [first] = safe
    if (error) done(error, '')
    else if (!first) done(new PhotoError('forbidden_address'), '')
    else if (options.all) done(null, safe)
    else done(null, first.address, first.family)
  })
}

function checkHead({ statusCode = 0, headers }: IncomingMessage): void {
  if (statusCode >= 300 && statusCode < 400) throw new PhotoError('redirected')
  if (statusCode === 403 || statusCode === 404 || statusCode === 410) throw new PhotoError('gone')
  if (statusCode !== 200) throw new Error(`The photo was answered with ${statusCode}.`)
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new PhotoError('not_a_photo')
  if (Number(headers['content-length'] ?? 0) > MAX_BYTES) throw new PhotoError('too_large')
}

async function readBody(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new PhotoError('too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
