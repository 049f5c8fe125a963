import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { across } from './across.ts'
import { quickReply } from './buttons.ts'
import { carousel } from './carousel.ts'
import { anyText } from './fields.ts'
import { itemCard, listCard } from './listCards.ts'
import { basicCard, commerceCard, simpleImage, simpleText, textCard } from './plainCards.ts'

const components = {
  simpleText: z.optional(simpleText),
  simpleImage: z.optional(simpleImage),
  textCard: z.optional(textCard(false)),
  basicCard: z.optional(basicCard),
  commerceCard: z.optional(commerceCard),
  listCard: z.optional(listCard(false)),
  itemCard: z.optional(itemCard(false)),
  carousel: z.optional(carousel),
}

/** One component: an object with exactly one known key. */
export const output = z.looseObject(components).check(
  across((given) => {
    const keys = Object.keys(given).filter((key) => given[key] !== undefined)
    if (!keys.every((key) => key in components)) return [[[], 'unknown component']]
    return keys.length === 1 ? [] : [[[], 'not exactly one component']]
  }),
)

const contextValue = z.object({
  name: anyText,
  lifeSpan: z.int().check(z.gte(0)),
  ttl: z.optional(z.int().check(z.gt(0))),
  params: z.optional(z.record(z.string(), z.string())),
})

/** A whole SkillResponse 2.0. */
export const response = z
  .object({
    version: z.literal('2.0', 'not "2.0"'),
    template: z.optional(
      z.object({
        outputs: z.array(output).check(z.minLength(1), z.maxLength(limits.outputs)),
        quickReplies: z.optional(z.array(quickReply).check(z.maxLength(limits.quickReplies))),
      }),
    ),
    context: z.optional(z.object({ values: z.array(contextValue) })),
    data: z.optional(z.record(z.string(), z.unknown())),
    useCallback: z.optional(z.boolean()),
  })
  .check(
    across(({ template, data, useCallback }) => {
      if (useCallback === true) return template ? [[['template'], 'not together with useCallback']] : []
      return template || data ? [] : [[['template'], 'missing']]
    }),
  )
