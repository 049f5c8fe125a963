import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { across, type Problem } from './across.ts'
import { buttonFields, buttonsFit } from './buttons.ts'
import { anyText, extra, httpUrl, lines, link, text, thumbnail } from './fields.ts'

const listItem = z
  .object({
    title: anyText,
    description: z.optional(anyText),
    imageUrl: z.optional(httpUrl),
    link,
    action: z.optional(z.enum(['block', 'message'])),
    blockId: z.optional(anyText),
    messageText: z.optional(anyText),
    extra,
  })
  .check(
    across(({ action, blockId, messageText }) => {
      if (action === 'block' && blockId === undefined) return [[['blockId'], 'missing with action block']]
      if (action === 'message' && messageText === undefined) return [[['messageText'], 'missing with action message']]
      return []
    }),
  )

/** A heading with lines. */
export const listCard = (inCarousel: boolean) =>
  z
    .object({
      header: z.object({ title: anyText }),
      items: z
        .array(listItem)
        .check(z.minLength(1), z.maxLength(inCarousel ? limits.listCard.carouselItems : limits.listCard.items)),
      ...buttonFields,
    })
    .check(buttonsFit)

const itemCardLimits = limits.itemCard

/** Name and value pairs. */
export const itemCard = (inCarousel: boolean) =>
  z
    .object({
      itemList: z
        .array(
          z.object({
            title: text(itemCardLimits.itemTitleChars),
            description: lines(itemCardLimits.itemDescriptionLines),
          }),
        )
        .check(z.minLength(1), z.maxLength(inCarousel ? itemCardLimits.carouselItems : itemCardLimits.items)),
      itemListAlignment: z.optional(z.enum(['left', 'right'])),
      itemListSummary: z.optional(
        z.object({
          title: text(itemCardLimits.summaryTitleChars),
          description: text(itemCardLimits.summaryDescriptionChars),
        }),
      ),
      thumbnail: z.optional(thumbnail),
      head: z.optional(z.object({ title: lines(1) })),
      profile: z.optional(z.object({ title: text(itemCardLimits.profileTitleChars), imageUrl: z.optional(httpUrl) })),
      imageTitle: z.optional(
        z.object({
          title: lines(itemCardLimits.imageTitleLines),
          description: z.optional(lines(1)),
          imageUrl: z.optional(httpUrl),
        }),
      ),
      title: z.optional(anyText),
      description: z.optional(anyText),
      ...buttonFields,
    })
    .check(
      buttonsFit,
      across(({ head, profile, title, description, thumbnail }) => {
        const whole = [title, description].filter((part) => part !== undefined)
        const maxChars = inCarousel ? itemCardLimits.carouselTotalChars : itemCardLimits.totalChars
        const problems: Problem[] = []
        if (head && profile) problems.push([['profile'], 'not together with head'])
        if (description !== undefined && title === undefined) problems.push([['title'], 'missing with description'])
        if (whole.join('').length > maxChars) {
          problems.push([['description'], `more than ${maxChars} characters with the title`])
        }
        if (whole.length > 0 && whole.join('\n').split('\n').length > itemCardLimits.totalLines) {
          problems.push([['description'], `more than ${itemCardLimits.totalLines} lines with the title`])
        }
        if (inCarousel && thumbnail?.fixedRatio === true) {
          problems.push([['thumbnail', 'fixedRatio'], 'a square picture in a carousel'])
        }
        return problems
      }),
    )
