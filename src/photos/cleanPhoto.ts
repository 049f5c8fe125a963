import { cleanJpeg } from './formats/cleanJpeg.ts'
import { cleanPng } from './formats/cleanPng.ts'
import { cleanWebp } from './formats/cleanWebp.ts'
import { isOutOfRange } from './formats/isOutOfRange.ts'
import { type CleanPhoto, PhotoError, type PhotoType } from './photo.ts'

/** Decoded, this is 256 MB: more than a phone's camera makes, and what a browser still opens. */
const MAX_PIXELS = 64_000_000
/** Brands of the ISO base media format that are pictures (ISO/IEC 23008-12). */
const OTHER_PHOTOS = /^(?:heic|heix|hevc|heim|heis|mif1|msf1|avif|avis)$/

/** A picture without its metadata, and how large it is when decoded. */
export type Cleaned = { readonly bytes: Buffer; readonly width: number; readonly height: number }

const CLEANERS: Readonly<Record<PhotoType, (bytes: Buffer) => Cleaned>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
}

/**
 * Tells by its first bytes what a file is, and takes everything out of it that is not the picture: place and time it was
 * taken, camera, previews, comments, whatever follows the picture. Nothing is decoded.
 *
 * @throws {PhotoError} `not_a_photo`, `not_shown`, `broken`, `too_large` (in pixels)
 */
export function cleanPhoto(file: Buffer): CleanPhoto {
  const mediaType = typeOf(file)
  const { bytes, width, height } = read(CLEANERS[mediaType], file)
  if (width < 1 || height < 1) throw new PhotoError('broken')
  if (width * height > MAX_PIXELS) throw new PhotoError('too_large')
  return { mediaType, bytes } as CleanPhoto
}

function typeOf(file: Buffer): PhotoType {
  if (file.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'image/jpeg'
  if (file.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (/^RIFF[^]{4}WEBP$/.test(file.subarray(0, 12).toString('latin1'))) return 'image/webp'
  const [kind, brand] = [file.subarray(4, 8).toString('latin1'), file.subarray(8, 12).toString('latin1')]
  throw new PhotoError(kind === 'ftyp' && OTHER_PHOTOS.test(brand) ? 'not_shown' : 'not_a_photo')
}

// Reading past the end is how a file shows that it is not what it begins as.
function read(clean: (bytes: Buffer) => Cleaned, file: Buffer): Cleaned {
  try {
    return clean(file)
  } catch (error) {
    if (isOutOfRange(error)) throw new PhotoError('broken')
    throw error
  }
}
