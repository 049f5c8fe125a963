import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 160
const HEIGHT = 120

/** A picture somebody may send: PNG, drawn here, with a note of where it was taken, as phones add one. */
export function samplePhoto(): Uint8Array {
  const lines = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_, x) => colourAt(x, y)).flat()]),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('Location\0Hanbit Hospital, 2F')),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A grey floor below a light wall, and a puddle. */
function colourAt(x: number, y: number): readonly [number, number, number] {
  const isPuddle = ((x - 80) / 46) ** 2 + ((y - 92) / 14) ** 2 < 1
  if (isPuddle) return [126, 168, 190]
  return y > 62 ? [158, 158, 152] : [232, 228, 214]
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
