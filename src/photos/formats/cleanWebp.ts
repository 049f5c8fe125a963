import type { Cleaned } from '../cleanPhoto.ts'
import { PhotoError } from '../photo.ts'

const HEAD_BYTES = 12
/** Of an extended file's flags, that it is see-through. */
const ALPHA_FLAG = 0x10

type Chunk = { readonly name: string; readonly data: Buffer }

/** A WebP of one picture without EXIF, XMP and profile (RFC 9649). An animation is no photo. */
export function cleanWebp(file: Buffer): Cleaned {
  const chunks = readChunks(file.subarray(HEAD_BYTES, Math.min(file.length, file.readUInt32LE(4) + 8)))
  const extended = chunks.find(({ name }) => name === 'VP8X')
  const alpha = chunks.find(({ name }) => name === 'ALPH')
  const picture = chunks.find(({ name }) => name === 'VP8 ' || name === 'VP8L')
  if (!picture) throw new PhotoError('broken')
  const kept = [...(extended ? [plainHeader(extended)] : []), ...(alpha ? [alpha] : []), picture]
  return { bytes: toFile(kept), ...largest([sizeOf(picture), ...(extended ? [canvasOf(extended)] : [])]) }
}

function readChunks(body: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 0; at + 8 <= body.length;) {
    const length = body.readUInt32LE(at + 4)
    if (at + 8 + length > body.length) throw new RangeError('A chunk ends behind the file.')
    chunks.push({ name: body.subarray(at, at + 4).toString('latin1'), data: body.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

function plainHeader({ name, data }: Chunk): Chunk {
  return { name, data: Buffer.concat([Buffer.of(data.readUInt8(0) & ALPHA_FLAG, 0, 0, 0), data.subarray(4, 10)]) }
}

type Size = { readonly width: number; readonly height: number }

function canvasOf({ data }: Chunk): Size {
  return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 }
}

function sizeOf({ name, data }: Chunk): Size {
  if (name === 'VP8 ') return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
  const bits = data.readUInt32LE(1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function largest(sizes: readonly Size[]): Size {
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  }
}

function toFile(chunks: readonly Chunk[]): Buffer {
  const body = chunks.flatMap(({ name, data }) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32LE(data.length, 4)
    return [head, data, Buffer.alloc(data.length % 2)]
  })
  const size = body.reduce((sum, { length }) => sum + length, 4)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(size, 4)
  return Buffer.concat([head, ...body])
}
