import type { Photo } from '../../photos/photo.ts'
import type { PhotoReader } from '../../photos/ports.ts'

/** A photo as the page lists it: the picture is asked for by `field`, one at a time and with a reason. */
export type ShownPhoto = Pick<Photo, 'state' | 'sizeBytes' | 'problem'> & { readonly field: string }

const FIELD = /^photo:(\d{1,2})$/

/** Lists a photo; `index` is its place among the ticket's, from 0. */
export function showPhoto({ state, sizeBytes, problem }: Photo, index: number): ShownPhoto {
  return { field: `photo:${index + 1}`, state, sizeBytes, problem }
}

export function isPhotoField(field: string): boolean {
  return FIELD.test(field)
}

/** The picture behind a field, as a `data:` address; undefined where there is none. */
export async function findPhoto(photos: PhotoReader, ticketId: string, field: string): Promise<string | undefined> {
  const place = Number(FIELD.exec(field)?.[1] ?? 0)
  const sheet = (await photos.listPhotos(ticketId))[place - 1]
  const picture = sheet && (await photos.readPhoto(sheet.id))
  return picture && `data:${picture.mediaType};base64,${picture.bytes.toString('base64')}`
}
