import type { Covered } from '../consent/coverage.ts'
import type { CleanPhoto, NewPhoto, Photo, PhotoProblem, PhotoSource } from './photo.ts'

/** What a transaction can do to photos. */
export type PhotoTx = {
  /** Notes photos to be fetched, each with a key of its own. */
  insertPhotos(photos: Covered<readonly NewPhoto[], 'record'>): Promise<void>
  /** Ties photos to the ticket they were sent for, and to its conversation no more. */
  filePhotos(ids: readonly string[], ticketId: string): Promise<void>
  /** Destroys a conversation's photos that belong to no ticket, but for these. */
  keepOnlyPhotos(conversationId: string, ids: readonly string[]): Promise<void>
}

/** Photos outside a turn. */
export type PhotoStore = {
  /** Where a photo waits; undefined once it was fetched or refused, or is gone. */
  findSource(id: string): Promise<PhotoSource | undefined>
  /** Seals what was fetched; where it lay is forgotten. Does nothing for a photo that no longer waits. */
  keep(id: string, photo: CleanPhoto): Promise<void>
  /** Notes that it cannot be kept; where it lay is forgotten. */
  refuse(id: string, problem: PhotoProblem): Promise<void>
  /** Those of the photos that are there, in any order. */
  list(ids: readonly string[]): Promise<readonly Photo[]>
}

/** Photos of tickets, for those who may see them. */
export type PhotoReader = {
  /** Photos of a ticket, in the order they were sent. */
  listPhotos(ticketId: string): Promise<readonly Photo[]>
  /** The picture; undefined where there is none. */
  readPhoto(id: string): Promise<Pick<CleanPhoto, 'mediaType' | 'bytes'> | undefined>
}
