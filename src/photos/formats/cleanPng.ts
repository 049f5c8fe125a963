import type { Cleaned } from '../cleanPhoto.ts'
import { PhotoError } from '../photo.ts'

const SIGNATURE_BYTES = 8
/** Length, name and checksum around a chunk's data. */
const FRAME_BYTES = 12

/** What a decoder needs, and how colours are meant; of an animation the first picture stays. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT'])

/** A PNG without texts, times, EXIF and profiles (none of which is unpacked), cut off where the picture ends. */
export function cleanPng(file: Buffer): Cleaned {
  const kept = [file.subarray(0, SIGNATURE_BYTES)]
  for (let at = SIGNATURE_BYTES, name = ''; name !== 'IEND';) {
    const end = at + FRAME_BYTES + file.readUInt32BE(at)
    name = file.subarray(at + 4, at + 8).toString('latin1')
    if (end > file.length) throw new RangeError('A chunk ends behind the file.')
    if (kept.length === 1 && name !== 'IHDR') throw new PhotoError('broken')
    if (KEPT.has(name)) kept.push(file.subarray(at, end))
    at = end
  }
  return { bytes: Buffer.concat(kept), width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
}
