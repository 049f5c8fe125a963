import { isOutOfRange } from './isOutOfRange.ts'

const HEADER = 'Exif\0\0'
const ORIENTATION_TAG = 0x0112
const ENTRY_BYTES = 12
const UPRIGHT = 1

/** Which way up a photo is (EXIF 2.32, 2 to 8); undefined where it is upright, or nothing readable says so. */
export function findOrientation(app1: Buffer): number | undefined {
  if (app1.subarray(0, HEADER.length).toString('latin1') !== HEADER) return undefined
  try {
    const found = readOrientation(app1.subarray(HEADER.length))
    return found !== undefined && found > UPRIGHT && found <= 8 ? found : undefined
  } catch (error) {
    if (isOutOfRange(error)) return undefined
    throw error
  }
}

function readOrientation(tiff: Buffer): number | undefined {
  const isLittle = tiff.subarray(0, 2).toString('latin1') === 'II'
  const readShort = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = readShort(directory)
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * ENTRY_BYTES
    if (readShort(at) === ORIENTATION_TAG) return readShort(at + 8)
  }
  return undefined
}

/** An EXIF segment that says which way up the photo is, and nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES)
  entry.writeUInt16BE(ORIENTATION_TAG, 0)
  entry.writeUInt16BE(3, 2)
  entry.writeUInt32BE(1, 4)
  entry.writeUInt16BE(orientation, 8)
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08\0\x01', 'latin1'), entry, Buffer.alloc(4)])
  const body = Buffer.concat([Buffer.from(HEADER, 'latin1'), tiff])
  return Buffer.concat([Buffer.of(0xff, 0xe1, 0, body.length + 2), body])
}
