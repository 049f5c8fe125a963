import { describe, expect, it } from '@jest/globals'

import { cleanPhoto } from '../../src/photos/cleanPhoto.ts'
import { findOrientation } from '../../src/photos/formats/exifOrientation.ts'
import { seededRandom } from '../support/seededRandom.ts'
import { phoneJpeg, phonePng, phoneWebp, SECRET } from './pictures.ts'

const formats = [
  ['image/jpeg', phoneJpeg()],
  ['image/png', phonePng()],
  ['image/webp', phoneWebp()],
] as const

describe('a photo as a phone makes it', () => {
  it.each(formats)('loses place, camera and comments, and stays what it is: %s', (mediaType, file) => {
    const photo = cleanPhoto(file)
    expect(photo.mediaType).toBe(mediaType)
    expect(photo.bytes.toString('latin1')).not.toMatch(/126|Galaxy|xmp|XMP|tEXt|eXIf/)
    expect(photo.bytes.includes(SECRET)).toBe(false)
    expect(cleanPhoto(photo.bytes).bytes.equals(photo.bytes)).toBe(true)
  })

  it('keeps which way up a JPEG is, and every byte of its picture', () => {
    const { bytes } = cleanPhoto(phoneJpeg({ orientation: 6 }))
    expect(bytes.subarray(0, 4)).toEqual(Buffer.of(0xff, 0xd8, 0xff, 0xe1))
    expect(findOrientation(bytes.subarray(6, 6 + bytes.readUInt16BE(4) - 2))).toBe(6)
    expect(bytes.includes(Buffer.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9))).toBe(true)
    expect(cleanPhoto(phoneJpeg({ orientation: 1 })).bytes.includes('Exif')).toBe(false)
  })

  it('cuts off what lies behind the picture', () => {
    expect(cleanPhoto(phoneJpeg()).bytes.subarray(-2)).toEqual(Buffer.of(0xff, 0xd9))
    expect(cleanPhoto(phonePng()).bytes.subarray(-8, -4).toString()).toBe('IEND')
  })
})

describe('a file that is no photo', () => {
  it.each([
    ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'not_a_photo'],
    ['a GIF', Buffer.from('GIF89a'), 'not_a_photo'],
    ['nothing', Buffer.alloc(0), 'not_a_photo'],
    ['an archive', Buffer.from('PK\x03\x04', 'latin1'), 'not_a_photo'],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'not_shown'],
    ['a film', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'), 'not_a_photo'],
    ['the start of a JPEG', phoneJpeg().subarray(0, 40), 'broken'],
    ['a JPEG without a picture', Buffer.of(0xff, 0xd8, 0xff, 0xd9), 'broken'],
    ['a PNG that says it is longer', phonePng().subarray(0, 60), 'broken'],
    ['a PNG of 100,000 by 100,000', phonePng({ width: 100_000, height: 100_000 }), 'too_large'],
    ['a PNG of no width', phonePng({ width: 0 }), 'broken'],
    ['an animation', phoneWebp({ isAnimated: true }), 'broken'],
  ])('is refused: %s', (_name, file, code) => {
    expect(() => cleanPhoto(file)).toThrow(expect.objectContaining({ code }))
  })

  it('is refused by name, however its bytes were changed', () => {
    const random = seededRandom(8)
    for (const [, file] of formats) {
      for (let round = 0; round < 2_000; round += 1) {
        const changed = Buffer.from(file)
        for (let hit = 0; hit < 4; hit += 1) changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256)
        const outcome = tryToClean(changed.subarray(0, Math.floor(random() * changed.length) + 1))
        expect(['kept', 'broken', 'not_a_photo', 'not_shown', 'too_large']).toContain(outcome)
      }
    }
  })
})

function tryToClean(file: Buffer): unknown {
  try {
    cleanPhoto(file)
    return 'kept'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}
