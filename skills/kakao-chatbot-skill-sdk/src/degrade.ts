import * as z from 'zod/mini'
import { simpleText, skillResponse } from './builders.ts'
import { limits } from './limits.ts'
import { outputText } from './outputText.ts'
import { button, quickReply } from './schemas/buttons.ts'
import { output as outputSchema } from './schemas/response.ts'
import type { Output, SkillResponse } from './skillResponse.ts'
import { cutText, splitText } from './splitText.ts'
import { validateResponse } from './validateResponse.ts'

type Loose = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const isOutput = (value: unknown): value is Output => z.safeParse(outputSchema, value).success

/** JSON as Kakao takes it: no `null` anywhere. `undefined` where the value is no JSON at all. */
const withoutNulls = (value: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(value), (_key, item: unknown) => {
      if (Array.isArray(item)) return item.filter((entry) => entry !== null && entry !== undefined)
      return item === null ? undefined : item
    })
  } catch {
    return undefined
  }
}

const cutLabel = (item: unknown): unknown =>
  isRecord(item) && typeof item.label === 'string'
    ? { ...item, label: cutText(item.label.trim(), limits.labelChars) }
    : item

const repairQuickReplies = (value: unknown): readonly unknown[] =>
  listOf(value)
    .map(cutLabel)
    .filter((item) => z.safeParse(quickReply, item).success)
    .slice(0, limits.quickReplies)

const repairButtons = (card: Loose): Loose => {
  if (!('buttons' in card)) return card
  const buttons = listOf(card.buttons)
    .map(cutLabel)
    .filter((item) => z.safeParse(button, item).success)
    .slice(0, limits.verticalButtons)
  return { ...card, buttons, buttonLayout: 'vertical' }
}

const toTexts = (text: string, maxParts: number, maxChars: number = limits.simpleText.textChars): readonly string[] => {
  const { parts, rest } = splitText(text, { maxChars, maxParts })
  const last = parts.at(-1)
  if (rest === '' || last === undefined) return parts
  return [...parts.slice(0, -1), cutText(`${last} ${rest}`, maxChars)]
}

/** The card keeps its buttons and the last part of its text; what comes before stands above it. */
const repairTextCard = (card: Loose, maxOutputs: number): readonly Output[] => {
  const texts = toTexts(outputText(card), maxOutputs, limits.textCard.totalChars)
  const { title: _title, ...rest } = card
  const last = { textCard: { ...rest, description: texts.at(-1) } }
  return isOutput(last) ? [...texts.slice(0, -1).map(simpleText), last] : []
}

const repairCard = (kind: string, card: Loose, maxOutputs: number): readonly Output[] => {
  const repaired = { [kind]: card }
  if (isOutput(repaired)) return [repaired]
  return kind === 'textCard' ? repairTextCard(card, maxOutputs) : []
}

/** The component itself where it is valid, else with its buttons repaired, else its words. */
const repairOutput = (output: unknown, maxOutputs: number): readonly Output[] => {
  if (isOutput(output)) return [output]
  const [kind, card] = (isRecord(output) ? Object.entries(output)[0] : undefined) ?? ['', undefined]
  const repaired = isRecord(card) ? repairCard(kind, repairButtons(card), maxOutputs) : []
  return repaired.length > 0 ? repaired : toTexts(outputText(output), maxOutputs).map(simpleText)
}

/** Earlier components leave at least one place for each that follows. */
const repairOutputs = (outputs: readonly unknown[]): readonly Output[] => {
  const repaired: Output[] = []
  for (const [index, output] of outputs.entries()) {
    const waiting = outputs.length - index - 1
    const free = limits.outputs - repaired.length
    if (free > 0) repaired.push(...repairOutput(output, Math.max(1, free - waiting)))
  }
  return repaired
}

const isPlainText = (output: unknown): output is { readonly simpleText: { readonly text: string } } =>
  isRecord(output) && isRecord(output.simpleText) && typeof output.simpleText.text === 'string'

/** Neighbouring bubbles of text become one where there are more bubbles than Kakao takes. */
const joinTexts = (outputs: readonly unknown[]): readonly unknown[] =>
  outputs.length <= limits.outputs
    ? outputs
    : outputs.reduce<readonly unknown[]>((joined, output) => {
        const previous = joined.at(-1)
        if (!isPlainText(previous) || !isPlainText(output)) return [...joined, output]
        return [...joined.slice(0, -1), simpleText(`${previous.simpleText.text}\n\n${output.simpleText.text}`)]
      }, [])

const isResponse = (value: unknown): value is SkillResponse => validateResponse(value).length === 0

/** From the closest to what was asked for to the barest. */
const candidatesFor = (response: Loose, emptyText: string): readonly unknown[] => {
  const { template, context, data, useCallback } = response
  const { outputs: given, quickReplies: offered } = isRecord(template) ? template : {}
  const repaired = repairOutputs(joinTexts(listOf(given)))
  const outputs = repaired.length > 0 ? repaired : [simpleText(emptyText)]
  const words = toTexts(outputs.map(outputText).join('\n\n'), limits.outputs).map(simpleText)
  const replies = repairQuickReplies(offered)
  const withReplies = replies.length > 0 ? { quickReplies: replies } : {}
  const acknowledgement = { version: '2.0', useCallback: true }
  return [
    ...(useCallback === true ? [{ ...acknowledgement, context, data }, acknowledgement] : []),
    { version: '2.0', template: { outputs, ...withReplies }, context, data },
    { version: '2.0', template: { outputs, ...withReplies }, data },
    { version: '2.0', template: { outputs: words, ...withReplies }, data },
    { version: '2.0', template: { outputs: words, ...withReplies } },
    { version: '2.0', template: { outputs: words } },
  ]
}

/**
 * A response Kakao accepts, as close to the given one as its limits allow; a valid one comes back as it is.
 * Long texts go over up to three bubbles at the ends of sentences and end in '…' after that, labels are cut to 14
 * characters, buttons and quick replies without their companions are left out, and a card that cannot be mended
 * becomes its words. `emptyText` stands where nothing is left to say.
 */
export const degrade = (response: SkillResponse, emptyText: string = '…'): SkillResponse => {
  if (isResponse(response)) return response
  const loose = withoutNulls(response)
  const candidates = candidatesFor(isRecord(loose) ? loose : {}, emptyText)
  return candidates.find(isResponse) ?? skillResponse({ outputs: [simpleText('…')] })
}
