import { crc32, deflateSync } from 'node:zlib'

/** What must be nowhere in a cleaned picture. */
export const SECRET = 'N37.5665 E126.9780 Galaxy S26'

/** A JPEG of 16 by 8 as a phone makes it: EXIF with a place, a preview, a comment, and a film behind the picture. */
export function phoneJpeg({ orientation = 6 } = {}): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(orientation), Buffer.from(SECRET)])
  const jfif = Buffer.concat([Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01', 'latin1'), Buffer.from(SECRET)])
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe0, jfif),
    segment(0xe1, exif),
    segment(0xe2, Buffer.from(`MPF ${SECRET}`)),
    segment(0xfe, Buffer.from(SECRET)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.of(8, 0, 8, 0, 16, 1, 1, 0x11, 0)),
    segment(0xc4, Buffer.alloc(17 + 12)),
    segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    Buffer.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9),
    Buffer.from(`ftypmp4 ${SECRET}`),
  ])
}

/** A PNG with texts, EXIF and something behind its end. */
export function phonePng({ width = 16, height = 8 } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Location\0${SECRET}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(1_000_000))])),
    chunk('eXIf', Buffer.from(SECRET)),
    chunk('IDAT', deflateSync(Buffer.alloc((16 * 3 + 1) * 8))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(SECRET),
  ])
}

/** An extended WebP with EXIF and XMP. */
export function phoneWebp({ isAnimated = false } = {}): Buffer {
  const extended = Buffer.from([0x0c, 0, 0, 0, 15, 0, 0, 7, 0, 0])
  const picture = Buffer.concat([
    Buffer.from([0x30, 0x01, 0x00, 0x9d, 0x01, 0x2a]),
    Buffer.from([16, 0, 8, 0]),
    Buffer.alloc(9),
  ])
  const body = Buffer.concat([
    riff('VP8X', extended),
    isAnimated ? riff('ANMF', picture) : riff('VP8 ', picture),
    riff('EXIF', Buffer.from(SECRET)),
    riff('XMP ', Buffer.from(`<x>${SECRET}</x>`)),
  ])
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

function tiff(orientation: number): Buffer {
  const directory = Buffer.from([0, 2, 0x01, 0x0f, 0, 2, 0, 0, 0, 4, 65, 66, 67, 0, 0x01, 0x12, 0, 3, 0, 0, 0, 1])
  return Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    directory,
    Buffer.of(0, orientation, 0, 0),
    Buffer.alloc(4),
  ])
}

function segment(marker: number, body: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.of(0xff, marker), length, body])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function riff(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}
