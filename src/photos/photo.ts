/** Photos of one complaint, however many times they are sent: KakaoTalk's plugin sends up to ten at once. */
export const MAX_PHOTOS = 10

/** Formats that browsers show and whose metadata can be taken out. */
export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp'

/**
 * Why a photo was not kept. `not_shown`: a photo of a format that browsers do not show (HEIC, AVIF) · `broken`: starts
 * like a photo and is none.
 */
export type PhotoProblem =
  'expired' | 'gone' | 'redirected' | 'forbidden_address' | 'too_large' | 'not_a_photo' | 'not_shown' | 'broken'

/** A photo that waits where the channel keeps it. */
export type PhotoSource = {
  /** Where it may be fetched, best first. */
  readonly urls: readonly string[]
  /** From then on it cannot be fetched any more. */
  readonly expiresAt: Date
}

/** A photo about to be fetched, on the way to a ticket of this conversation. */
export type NewPhoto = PhotoSource & {
  readonly id: string
  readonly conversationId: string
  readonly createdAt: Date
}

/** A photo as it may be listed: everything but the picture. */
export type Photo = {
  readonly id: string
  /** `waiting` to be fetched. */
  readonly state: 'waiting' | 'kept' | 'refused'
  readonly mediaType: PhotoType | undefined
  readonly sizeBytes: number | undefined
  /** Why it was refused. */
  readonly problem: PhotoProblem | undefined
  readonly createdAt: Date
}

declare const clean: unique symbol

/** A picture without metadata, of a format that was read in its bytes. Only `cleanPhoto` makes it. */
export type CleanPhoto = {
  readonly mediaType: PhotoType
  readonly bytes: Buffer
  readonly [clean]: true
}

/** A photo that cannot be kept; trying again would change nothing. */
export class PhotoError extends Error {
  readonly code: PhotoProblem

  constructor(code: PhotoProblem) {
    super(`A photo cannot be kept: ${code}.`)
    this.name = 'PhotoError'
    this.code = code
  }
}
