import type { Cleaned } from '../cleanPhoto.ts'
import { PhotoError } from '../photo.ts'
import { findOrientation, orientationSegment } from './exifOrientation.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP14 = 0xee

/** Tables, frames and scans: what a decoder needs (ITU-T T.81, table B.1). */
function isPicture(marker: number): boolean {
  const isFrameOrTable = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8
  return isFrameOrTable || (marker >= SOS && marker <= 0xdf) || marker === APP14
}

/**
 * A JPEG without its application segments and comments, cut off where the picture ends. Which way up it is stays, in an
 * EXIF segment that says nothing else.
 */
export function cleanJpeg(file: Buffer): Cleaned {
  const kept: Buffer[] = []
  let size = { width: 0, height: 0 }
  let orientation: number | undefined
  let at = 2
  for (;;) {
    const { marker, start } = nextMarker(file, at)
    if (marker === EOI) break
    const end = start + file.readUInt16BE(start)
    if (end > file.length) throw new RangeError('A segment ends behind the file.')
    const body = file.subarray(start + 2, end)
    if (marker === APP1) orientation ??= findOrientation(body)
    if (isFrame(marker)) size = { height: body.readUInt16BE(1), width: body.readUInt16BE(3) }
    at = marker === SOS ? endOfScan(file, end) : end
    if (marker === APP0) kept.push(...plainJfif(body))
    else if (isPicture(marker)) kept.push(Buffer.of(0xff, marker), file.subarray(start, at))
    if (at >= file.length) break
  }
  if (size.width === 0) throw new PhotoError('broken')
  const upright = orientation === undefined ? [] : [orientationSegment(orientation)]
  const bytes = Buffer.concat([Buffer.of(0xff, SOI), ...upright, ...kept, Buffer.of(0xff, EOI)])
  return { bytes, ...size }
}

/** The marker at a place, behind any bytes that fill up, and where what belongs to it begins. */
function nextMarker(file: Buffer, at: number): { readonly marker: number; readonly start: number } {
  let place = at
  if (file.readUInt8(place) !== 0xff) throw new PhotoError('broken')
  while (file.readUInt8(place) === 0xff) place += 1
  return { marker: file.readUInt8(place), start: place + 1 }
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

// In a scan 0xff is part of the picture where 0x00 or a restart marker follows.
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 2)) {
    const next = file[at + 1] ?? EOI
    if (next !== 0x00 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return file.length
}

/** The JFIF header without its preview. */
function plainJfif(body: Buffer): readonly Buffer[] {
  if (body.length < 12 || body.subarray(0, 5).toString('latin1') !== 'JFIF\0') return []
  return [Buffer.of(0xff, APP0, 0, 16), body.subarray(0, 12), Buffer.of(0, 0)]
}
