import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { across } from './across.ts'
import { httpUrl, lines } from './fields.ts'
import { itemCard, listCard } from './listCards.ts'
import { basicCard, commerceCard, textCard } from './plainCards.ts'

const carouselHeader = z.optional(
  z.object({
    title: lines(limits.carousel.headerTitleLines),
    description: lines(limits.carousel.headerDescriptionLines),
    thumbnail: z.object({ imageUrl: httpUrl }),
  }),
)

const cards = <Card extends z.ZodMiniType>(card: Card, max: number = limits.carousel.items) =>
  z.array(card).check(z.minLength(1), z.maxLength(max))

const noHeader = z.optional(z.never('no header on this type'))

/** All pictures of a carousel share one ratio. */
const oneRatio = (
  items: readonly { readonly thumbnail?: { readonly fixedRatio?: boolean | undefined } | undefined }[],
) => new Set(items.flatMap(({ thumbnail }) => (thumbnail ? [thumbnail.fixedRatio === true] : []))).size <= 1

const itemCardParts = ['thumbnail', 'head', 'profile', 'imageTitle'] as const

/** Cards of one type side by side. */
export const carousel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('textCard'), items: cards(textCard(true)), header: noHeader }),
  z.object({
    type: z.literal('listCard'),
    items: cards(listCard(true), limits.carousel.listCardItems),
    header: noHeader,
  }),
  z
    .object({ type: z.literal('basicCard'), items: cards(basicCard), header: carouselHeader })
    .check(across(({ items }) => (oneRatio(items) ? [] : [[['items'], 'pictures of different ratios']]))),
  z.object({ type: z.literal('commerceCard'), items: cards(commerceCard), header: carouselHeader }).check(
    across(({ items }) => {
      const pictures = items.map(({ thumbnails: [thumbnail] }) => ({ thumbnail }))
      return oneRatio(pictures) ? [] : [[['items'], 'pictures of different ratios']]
    }),
  ),
  z.object({ type: z.literal('itemCard'), items: cards(itemCard(true)), header: carouselHeader }).check(
    across(({ items }) => {
      const partSets = new Set(items.map((item) => itemCardParts.filter((part) => item[part]).join()))
      return partSets.size <= 1 ? [] : [[['items'], 'cards with different parts']]
    }),
  ),
])
