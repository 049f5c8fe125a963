import { limits } from '../limits.ts'
import type { PhotoShelf, SimulatedPhoto } from './photos.ts'

/** How a list of photos is handed to the skill. */
export interface SendPhotosOptions {
  /** Stands in place of the plugin's JSON text: for malformed lists. */
  readonly value?: string
  /** False leaves `detailParams` empty, as the live channel sometimes does. */
  readonly withDetails?: boolean
}

/** The two shapes in which a parameter travels. */
export interface ActionParams {
  readonly params: Readonly<Record<string, string>>
  readonly detailParams: Readonly<Record<string, { origin: string; value: string; groupName: string }>>
}

/** `2026-09-21T11:33:20+0000` */
const expiryText = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}+0000`

/**
 * What the secure-image plugin (보안 이미지 전송) makes of some photos.
 * @throws {Error} when there are none, or more than the plugin takes
 */
export const secureImageParams = (
  parameter: string,
  photos: readonly SimulatedPhoto[],
  { baseUrl, shelf }: { readonly baseUrl: string; readonly shelf: PhotoShelf },
  { value, withDetails = true }: SendPhotosOptions,
): ActionParams => {
  if (photos.length === 0 || photos.length > limits.secureImages) {
    throw new Error(`The plugin takes 1 to ${limits.secureImages} photos`)
  }
  const urls = photos.map((photo) => ('url' in photo ? photo.url : `${baseUrl}${shelf.put(photo)}`))
  const list = `List(${urls.join(',')})`
  const text =
    value ??
    JSON.stringify({
      privacyAgreement: 'Y',
      imageQuantity: String(photos.length),
      secureUrls: list,
      expire: expiryText(shelf.expiresAt()),
    })
  return {
    params: { [parameter]: text },
    detailParams: withDetails ? { [parameter]: { origin: list, value: text, groupName: '' } } : {},
  }
}
