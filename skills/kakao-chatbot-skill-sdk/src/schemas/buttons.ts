import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { across, type Problem } from './across.ts'
import { anyText, extra, httpUrl, text } from './fields.ts'

const label = text(limits.labelChars)

/** One button, with the companion its action needs. */
export const button = z.discriminatedUnion('action', [
  z.object({ action: z.literal('message'), label, messageText: anyText, extra }),
  z.object({ action: z.literal('block'), label, blockId: anyText, messageText: z.optional(anyText), extra }),
  z.object({ action: z.literal('webLink'), label, webLinkUrl: httpUrl }),
  z.object({ action: z.literal('phone'), label, phoneNumber: anyText }),
  z.object({ action: z.literal('share'), label }),
  z.object({ action: z.literal('operator'), label }),
])

/** One quick reply: a message or a block, never a link. */
export const quickReply = z.discriminatedUnion('action', [
  z.object({ action: z.literal('message'), label, messageText: z.optional(anyText), extra }),
  z.object({ action: z.literal('block'), label, blockId: anyText, messageText: z.optional(anyText), extra }),
])

/** The buttons of any card. */
export const buttonFields = {
  buttons: z.optional(z.array(button)),
  buttonLayout: z.optional(z.enum(['vertical', 'horizontal'])),
}

interface ButtonsOfCard {
  readonly buttons?: readonly { readonly label: string }[] | undefined
  readonly buttonLayout?: 'vertical' | 'horizontal' | undefined
  readonly thumbnail?: { readonly fixedRatio?: boolean | undefined } | undefined
}

/** Without a layout of its own, a card with a square picture puts its buttons side by side. */
export const buttonsFit = across(({ buttons = [], buttonLayout, thumbnail }: ButtonsOfCard) => {
  const isHorizontal = (buttonLayout ?? (thumbnail?.fixedRatio === true ? 'horizontal' : 'vertical')) === 'horizontal'
  const max = isHorizontal ? limits.horizontalButtons : limits.verticalButtons
  const problems: Problem[] = buttons.length > max ? [[['buttons'], `more than ${max} items`]] : []
  if (!isHorizontal || buttons.length < 2) return problems
  const tooLong = buttons.flatMap(({ label }, index): readonly Problem[] =>
    label.length > limits.sideBySideLabelChars
      ? [[['buttons', index, 'label'], `more than ${limits.sideBySideLabelChars} characters side by side`]]
      : [],
  )
  return [...problems, ...tooLong]
})
