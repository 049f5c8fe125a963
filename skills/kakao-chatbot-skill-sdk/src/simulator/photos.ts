import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/**
 * A photo somebody picks. `bytes` are served like Kakao's; the others are for tests of what a skill does with a hostile
 * list: `redirectTo` answers 302, `endless` never stops sending, and `url` goes to the skill as it is.
 */
export type SimulatedPhoto =
  | { readonly bytes: Uint8Array; readonly contentType?: string }
  | { readonly redirectTo: string }
  | { readonly endless: true }
  | { readonly url: string }

/** A photo that the simulator serves itself. */
type ServedPhoto = Exclude<SimulatedPhoto, { readonly url: string }>

/** Photos behind signed addresses that last ten minutes, as on `secure.kakaocdn.net`. */
export interface PhotoShelf {
  /** The address of a new photo, from the path on. */
  readonly put: (photo: ServedPhoto) => string
  /** Milliseconds since the epoch. */
  readonly expiresAt: () => number
  readonly serve: (pathAndQuery: string, response: ServerResponse) => void
}

const lifetimeMs = 10 * 60_000
const endlessChunk = new Uint8Array(64 * 1024)

const sendEndlessly = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'image/jpeg' })
  const send = (): void => {
    while (!response.destroyed && response.write(endlessChunk)) continue
  }
  response.on('drain', send)
  send()
}

const send = (photo: ServedPhoto, response: ServerResponse): void => {
  if ('redirectTo' in photo) {
    response.writeHead(302, { location: photo.redirectTo })
    response.end()
    return
  }
  if ('endless' in photo) {
    sendEndlessly(response)
    return
  }
  const { bytes, contentType = 'image/jpeg' } = photo
  response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.byteLength })
  response.end(bytes)
}

/** `now` in milliseconds since the epoch. */
export const createPhotoShelf = (now: () => number): PhotoShelf => {
  const photos = new Map<string, { readonly photo: ServedPhoto; readonly expiresAt: number }>()
  const expiresAt = (): number => now() + lifetimeMs
  return {
    expiresAt,
    put: (photo) => {
      const [id, signature] = [randomUUID(), randomUUID()]
      const query = new URLSearchParams({
        credential: 'simulator',
        expires: String(Math.floor(expiresAt() / 1000)),
        allow_ip: '',
        allow_referer: '',
        signature,
      })
      const address = `/dna/${id}/img_org.jpg?${query.toString()}`
      photos.set(address, { photo, expiresAt: expiresAt() })
      return address
    },
    serve: (pathAndQuery, response) => {
      const found = photos.get(pathAndQuery)
      if (found && found.expiresAt > now()) {
        send(found.photo, response)
        return
      }
      response.writeHead(403, { 'content-type': 'text/plain' })
      response.end('Forbidden')
    },
  }
}
