import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { readDetail, readEntity } from './parameters.ts'
import { tolerant } from './schemas/tolerant.ts'
import type { SkillPayload } from './skillPayload.ts'

/** One photo that waits at Kakao. */
export interface SecureImage {
  /** Where to fetch it, best first: https before http, and http only where it is allowed. */
  readonly urls: readonly string[]
}

/** What a person sent through the secure-image plugin (보안 이미지 전송), after agreeing to its consent items. */
export interface SecureImages {
  /** The name of the block's parameter. */
  readonly parameter: string
  readonly images: readonly SecureImage[]
  /** Milliseconds since the epoch, about ten minutes ahead; `undefined` where Kakao did not say. Fetch at once. */
  readonly expiresAt: number | undefined
  /** How many entries were left out: foreign origins, no URLs, more than ten. */
  readonly refusedCount: number
}

/** Where photos may lie. */
export interface SecureImageOptions {
  /**
   * Origins, letter by letter. Default `['https://secure.kakaocdn.net']`; add `http://secure.kakaocdn.net` to fall
   * back on it, or a simulator's `url` in a test.
   */
  readonly allowedOrigins?: readonly string[]
  /** Only this parameter; default: the first that holds a list. */
  readonly parameter?: string
}

const kakaoOrigin = 'https://secure.kakaocdn.net'

const wireSchema = z.object({
  privacyAgreement: z.literal('Y'),
  secureUrls: z.string(),
  expire: tolerant(z.string()),
})

const splitList = (list: string): readonly string[] =>
  list
    .trim()
    .replace(/^List\(/u, '')
    .replace(/\)$/u, '')
    .split(/,\s*(?=https?:)/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

const parsePlainUrl = (entry: string): URL | undefined => {
  const url = URL.canParse(entry) ? new URL(entry) : undefined
  return url?.username === '' && url.password === '' ? url : undefined
}

/** The same address over https, which Kakao serves too. */
const overHttps = (url: URL): URL => {
  const secure = new URL(url)
  secure.protocol = 'https:'
  return secure
}

const readImage = (entry: string, allowedOrigins: readonly string[]): SecureImage | undefined => {
  const url = parsePlainUrl(entry)
  if (!url) return undefined
  const candidates = url.protocol === 'http:' ? [overHttps(url), url] : [url]
  const urls = candidates.filter(({ origin }) => allowedOrigins.includes(origin)).map(({ href }) => href)
  return urls.length > 0 ? { urls } : undefined
}

/** The earliest of the list's own expiry (`…+0000`) and those in the URLs (`expires`, seconds). */
const readExpiry = (expire: string | undefined, images: readonly SecureImage[]): number | undefined => {
  const whole = Date.parse(expire?.replace(/([+-]\d{2})(\d{2})$/u, '$1:$2') ?? '')
  const single = images.map(
    ({ urls: [url = ''] }) => Number(new URL(url).searchParams.get('expires') ?? Number.NaN) * 1000,
  )
  const known = [whole, ...single].filter((time) => Number.isFinite(time) && time > 0)
  return known.length > 0 ? Math.min(...known) : undefined
}

const readList = (
  parameter: string,
  value: unknown,
  { allowedOrigins = [kakaoOrigin] }: SecureImageOptions,
): SecureImages | undefined => {
  const reading = z.safeParse(wireSchema, readEntity(value))
  if (!reading.success) return undefined
  const entries = splitList(reading.data.secureUrls)
  const found = entries.map((entry) => readImage(entry, allowedOrigins))
  const images = found.filter((image) => image !== undefined).slice(0, limits.secureImages)
  if (images.length === 0) return undefined
  const expiresAt = readExpiry(reading.data.expire, images)
  return { parameter, images, expiresAt, refusedCount: entries.length - images.length }
}

/**
 * The photos of a turn; `undefined` where there are none, where the person's agreement is missing, or where the list is
 * malformed or lies anywhere but at an allowed origin: go on without photos then.
 *
 * The URLs come from a request body. Fetch them without following redirects, with a limit on bytes, and check what
 * they are by their first bytes.
 */
export const readSecureImages = (
  { params, detailParams }: Pick<SkillPayload, 'params' | 'detailParams'>,
  options: SecureImageOptions = {},
): SecureImages | undefined => {
  const names = options.parameter === undefined ? Object.keys({ ...params, ...detailParams }) : [options.parameter]
  return names
    .flatMap((name) =>
      [params[name], readDetail(detailParams[name])?.value].map((value) => readList(name, value, options)),
    )
    .find((images) => images !== undefined)
}

const chatPhotoHost = 'dn-m.talk.kakao.com'

/**
 * True for a photo sent as an ordinary chat message, past the plugin and its consent: `params.media`, or an utterance
 * that is the photo's address. Undocumented and seen in old captures only. Do not keep it; point to the photo block.
 */
export const isChatPhoto = ({
  utterance,
  requestParams,
}: Pick<SkillPayload, 'utterance' | 'requestParams'>): boolean => {
  const { media } = requestParams
  return (typeof media === 'object' && media !== null) || parsePlainUrl(utterance)?.hostname === chatPhotoHost
}
