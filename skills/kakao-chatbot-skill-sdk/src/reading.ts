import { quickReply, simpleText } from './builders.ts'
import { degrade } from './degrade.ts'
import { limits } from './limits.ts'
import { outputText } from './outputText.ts'
import type { SkillAnswer } from './skillHandler.ts'
import type { SkillPayload } from './skillPayload.ts'
import type { Output, QuickReply, SkillResponse } from './skillResponse.ts'
import { splitText } from './splitText.ts'

/** How a long answer is laid out. */
export interface ReadingOptions {
  /** Of one bubble, in UTF-16 units, at most 1000. Default 500: the phone folds what is longer. */
  readonly maxChars?: number
  /** Of the quick reply that shows the rest. Default `더 보기`. */
  readonly moreLabel?: string
}

/** What has not been shown yet. Plain JSON: keep it anywhere, and give it to `readOn` when asked for more. */
export interface Unread {
  readonly body: readonly Output[]
  /** What stays last in every part, such as a question. */
  readonly closing: readonly Output[]
  /** Everything else of the response: its quick replies, data and contexts. */
  readonly response: SkillResponse
}

/** A part of a long answer. */
export interface ReadingPart {
  /** To be sent now: at most three bubbles. */
  readonly response: SkillResponse
  /** `undefined` at the end. */
  readonly unread: Unread | undefined
}

const defaultMaxChars = 500
const defaultMoreLabel = '더 보기'

const split = (text: string, maxChars: number): readonly string[] =>
  splitText(text, { maxChars, maxParts: Number.MAX_SAFE_INTEGER }).parts

/** A text card keeps its buttons below the last of its words. */
const splitTextCard = (output: Extract<Output, { textCard: unknown }>): readonly Output[] => {
  const { title = '', description = '', ...rest } = output.textCard
  const { titleChars, totalChars } = limits.textCard
  if (title.length <= titleChars && title.length + description.length <= totalChars) return [output]
  const parts = split(outputText(output), totalChars)
  return [...parts.slice(0, -1).map(simpleText), { textCard: { ...rest, description: parts.at(-1) ?? '' } }]
}

const splitOutput = (output: Output, maxChars: number): readonly Output[] => {
  if ('simpleText' in output) return split(output.simpleText.text, maxChars).map(simpleText)
  return 'textCard' in output ? splitTextCard(output) : [output]
}

const withMore = (quickReplies: readonly QuickReply[], label: string): readonly QuickReply[] => [
  quickReply(label),
  ...quickReplies.filter((reply) => reply.label !== label).slice(0, limits.quickReplies - 1),
]

/** All of it at once, to be cut by `degrade`, without the offer of more. */
const joinUnread = ({ template, ...rest }: SkillResponse, { body, closing, response }: Unread): SkillResponse => {
  const shown = (template?.outputs ?? []).slice(0, limits.outputs - closing.length)
  return degrade({ ...rest, template: { ...response.template, outputs: [...shown, ...body, ...closing] } })
}

/** The next part of what has not been shown yet. */
export const readOn = (
  { body, closing, response }: Unread,
  { moreLabel = defaultMoreLabel }: Pick<ReadingOptions, 'moreLabel'> = {},
): ReadingPart => {
  const room = limits.outputs - closing.length
  const isLast = body.length <= room
  const quickReplies = response.template?.quickReplies ?? []
  const offered = isLast ? quickReplies : withMore(quickReplies, moreLabel)
  const template = {
    outputs: [...body.slice(0, room), ...closing],
    ...(offered.length > 0 && { quickReplies: offered }),
  }
  return {
    response: { ...response, template },
    unread: isLast ? undefined : { body: body.slice(room), closing, response },
  }
}

/**
 * Lays a response out in at most three bubbles, split at the ends of sentences; the rest waits behind a quick reply,
 * which stands first. What was last stays last in every part, with its quick replies, so that a question below a long
 * text is seen at once and again after the rest. Pure: where `unread` is kept is up to you.
 */
export const splitForReading = (response: SkillResponse, options: ReadingOptions = {}): ReadingPart => {
  if (!response.template) return { response, unread: undefined }
  const maxChars = Math.min(options.maxChars ?? defaultMaxChars, limits.simpleText.textChars)
  const { outputs, quickReplies = [] } = response.template
  const groups = outputs.map((output) => splitOutput(output, maxChars))
  const last = groups.at(-1) ?? []
  const closing = groups.length > 1 && last.length === 1 ? last : []
  const body = (closing.length > 0 ? groups.slice(0, -1) : groups).flat()
  return readOn({ body, closing, response: { ...response, template: { outputs: [], quickReplies } } }, options)
}

/** Where the rest of an answer waits, one per person. Store it as JSON, for as long as a conversation lasts. */
export interface ReadingShelf {
  /** Replaces what was kept for the person; `undefined` removes it. */
  readonly keep: (userId: string, unread: Unread | undefined) => Promise<void>
  /** What is kept for the person, if anything. */
  readonly find: (userId: string) => Promise<Unread | undefined>
}

/** True when the person tapped, or typed, the words that show the rest. */
export const asksForMore = ({ utterance }: Pick<SkillPayload, 'utterance'>, moreLabel = defaultMoreLabel): boolean =>
  utterance.replaceAll(/\s/gu, '') === moreLabel.replaceAll(/\s/gu, '')

/**
 * Wraps an `answer` so that whatever it says can be read to the end. It is not asked when the person wants more and
 * something is kept for them. A shelf that fails costs the rest, never the answer: its last words then end in '…'.
 */
export const withReadMore = (answer: SkillAnswer, shelf: ReadingShelf, options: ReadingOptions = {}): SkillAnswer => {
  const shelve = async (userId: string, { response, unread }: ReadingPart): Promise<SkillResponse> => {
    try {
      await shelf.keep(userId, unread)
      return response
    } catch {
      return unread ? joinUnread(response, unread) : response
    }
  }

  return async (payload, turn) => {
    const { id } = payload.user
    const isMore = asksForMore(payload, options.moreLabel)
    const kept = isMore ? await shelf.find(id).catch(() => undefined) : undefined
    if (kept) return shelve(id, readOn(kept, options))
    return shelve(id, splitForReading(await answer(payload, turn), options))
  }
}
