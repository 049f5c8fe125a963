import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { across } from './across.ts'
import { buttonFields, buttonsFit } from './buttons.ts'
import { anyText, httpUrl, text, thumbnail } from './fields.ts'

/** A bubble of plain text. */
export const simpleText = z.object({ text: text(limits.simpleText.textChars) })

/** A bubble with a picture. */
export const simpleImage = z.object({ imageUrl: httpUrl, altText: text(limits.altTextChars) })

/** Text with buttons. */
export const textCard = (inCarousel: boolean) =>
  z
    .object({
      title: z.optional(text(limits.textCard.titleChars)),
      description: z.optional(inCarousel ? text(limits.textCard.carouselDescriptionChars) : anyText),
      ...buttonFields,
    })
    .check(
      buttonsFit,
      across(({ title, description }) => {
        if (title === undefined && description === undefined) return [[['title'], 'missing, and no description']]
        const { totalChars } = limits.textCard
        const isTooLong = (title ?? '').length + (description ?? '').length > totalChars
        return isTooLong ? [[['description'], `more than ${totalChars} characters with the title`]] : []
      }),
    )

/** A card with a picture. */
export const basicCard = z
  .object({
    title: z.optional(text(limits.basicCard.titleChars)),
    description: z.optional(text(limits.basicCard.descriptionChars)),
    thumbnail,
    forwardable: z.optional(z.boolean()),
    ...buttonFields,
  })
  .check(buttonsFit)

const amount = z.optional(z.int())

/** A card with a price. */
export const commerceCard = z
  .object({
    title: z.optional(text(limits.commerceCard.titleChars)),
    description: z.optional(text(limits.commerceCard.descriptionChars)),
    price: z.int(),
    currency: z.optional(z.literal('won')),
    discount: amount,
    discountRate: amount,
    discountedPrice: amount,
    thumbnails: z.array(thumbnail).check(z.minLength(1), z.maxLength(1)),
    profile: z.optional(z.object({ nickname: anyText, imageUrl: z.optional(httpUrl) })),
    ...buttonFields,
  })
  .check(
    buttonsFit,
    across(({ discountRate, discountedPrice }) =>
      discountRate !== undefined && discountedPrice === undefined
        ? [[['discountedPrice'], 'missing with discountRate']]
        : [],
    ),
  )
