import type { Sender, SendOutcome } from '../../delivery/delivery.ts'
import { describeError } from '../../describeError.ts'
import { cleanPhoto } from '../../photos/cleanPhoto.ts'
import { PhotoError } from '../../photos/photo.ts'
import type { PhotoStore } from '../../photos/ports.ts'
import type { FetchPhoto } from './fetchPhoto.ts'

const RETRY_MS = 5_000

/**
 * Fetches photos that wait where their channel keeps them, cleans and keeps them. What can never be kept is noted as such
 * and is a delivery done: nobody has to be called for it, staff see it on the ticket.
 */
export function createPhotoSender(deps: {
  readonly photos: Pick<PhotoStore, 'findSource' | 'keep' | 'refuse'>
  readonly fetchPhoto: FetchPhoto
  readonly now: () => Date
  readonly log: { warn(fields: object, message: string): void }
}): Sender {
  const { photos, fetchPhoto, now, log } = deps

  async function fetchOne(id: string, urls: readonly string[]): Promise<void> {
    const [first = '', ...others] = urls
    try {
      await photos.keep(id, cleanPhoto(await fetchPhoto(first)))
    } catch (error) {
      if (error instanceof PhotoError || others.length === 0) throw error
      await fetchOne(id, others)
    }
  }

  return {
    async send({ destination: id }): Promise<SendOutcome> {
      const source = await photos.findSource(id)
      // Fetched by an attempt that did not live to say so, or its complaint was dropped.
      if (!source) return { kind: 'superseded' }
      try {
        if (source.expiresAt <= now()) throw new PhotoError('expired')
        await fetchOne(id, source.urls)
        return { kind: 'sent' }
      } catch (error) {
        const isOver = source.expiresAt.getTime() <= now().getTime() + RETRY_MS
        const problem = error instanceof PhotoError ? error.code : isOver ? 'expired' : undefined
        if (problem === undefined) return { kind: 'retry', afterMs: RETRY_MS, code: 'photo_not_reached' }
        await photos.refuse(id, problem)
        log.warn({ code: problem, cause: describeError(error).code, photo: id }, 'a photo was not kept')
        return { kind: 'sent' }
      }
    },
    // To fetch one again does no harm.
    settle: async () => ({ kind: 'absent' }),
  }
}
