import {
  blockButton,
  itemCard,
  type Output,
  type QuickReply,
  quickReply,
  simpleText,
  type SkillPayload,
  type SkillResponse,
  skillResponse,
  textCard,
  webLinkButton,
} from 'kakao-chatbot-skill-sdk'
import { asksForMore, readOn, type ReadingPart, splitForReading } from 'kakao-chatbot-skill-sdk/reading'

import { ANYWHERE } from '../../dialogs/question.ts'
import { SEND_PHOTOS } from '../../dialogs/questions/attachments.ts'
import { translate } from '../../locales/locales.ts'
import { findLanguage } from '../../skills/understanding/findLanguage.ts'
import type { ActivityBody, Choice } from '../../src/conversations/session.ts'
import type { Hospital } from '../../src/hospital/hospital.ts'
import type { Language } from '../../src/tickets/ticket.ts'

const MAX_OUTPUTS = 3
/** Bubbles this long are read at a glance; short ones are joined up to here before anything waits behind "more". */
const GLANCE_CHARS = 200
/** Quick replies under one bubble; "more" takes the place of one. */
const MAX_CHOICES = 10
/** The ways out, which stand last, and are never left out. */
const WAYS_OUT = 2

/** Tells whether somebody wants to read on. */
export function wantsMore(payload: Pick<SkillPayload, 'utterance'>): boolean {
  return asksForMore(payload, moreLabel('ko')) || asksForMore(payload, moreLabel('en'))
}

/** What the bot says, as KakaoTalk shows it. */
export type KakaoResponses = {
  /** Three bubbles at most, the question last, and what does not fit behind "more". */
  readonly toResponse: (replies: readonly ActivityBody[]) => SkillResponse
  /** The part that comes after the one shown; undefined where it was the last. */
  readonly nextPart: (replies: readonly ActivityBody[]) => number | undefined
}

/** Builds it for a hospital's blocks in the admin centre. */
export function createKakaoResponses(blocks: Hospital['kakao']): KakaoResponses {
  return {
    toResponse: (replies) => tellPartsApart(layOut(replies, blocks), partOf(replies)),
    nextPart: (replies) => layOut(replies, blocks).unread && partOf(replies) + 1,
  }
}

// A doubled tap turns one page, and a tap on the next part is another one, however soon it comes.
function tellPartsApart({ response, unread }: ReadingPart, part: number): SkillResponse {
  const { template } = response
  const [more, ...others] = template?.quickReplies ?? []
  if (!template || !unread || !more) return response
  const extra = { prompt: ANYWHERE, choice: 'more', nonce: String(part + 1) }
  return { ...response, template: { ...template, quickReplies: [{ ...more, extra }, ...others] } }
}

function partOf(replies: readonly ActivityBody[]): number {
  return replies.at(-1)?.part ?? 1
}

function layOut(replies: readonly ActivityBody[], blocks: Hospital['kakao']): ReadingPart {
  const options = { moreLabel: moreLabel(languageOf(replies)) }
  const whole = splitForReading(wholeResponse(replies, blocks, MAX_CHOICES), options)
  if (!whole.unread) return whole
  let shown = splitForReading(wholeResponse(replies, blocks, MAX_CHOICES - 1), options)
  for (let turned = 1; turned < partOf(replies) && shown.unread; turned += 1) shown = readOn(shown.unread, options)
  return shown
}

function wholeResponse(replies: readonly ActivityBody[], blocks: Hospital['kakao'], maxChoices: number): SkillResponse {
  const choices = within(maxChoices, replies.at(-1)?.suggestedActions ?? [])
  return skillResponse({
    outputs: joinShort(replies.flatMap(toOutputs)),
    quickReplies: choices.map((choice) => toQuickReply(choice, blocks)),
    data: Object.assign({}, ...replies.map((reply) => reply.channelData ?? {})),
  })
}

function toOutputs({ text = '', link, receipt }: ActivityBody): readonly Output[] {
  if (link) return [textCard({ description: text, buttons: [webLinkButton(link.label, link.url)] })]
  // The number is said in words as well: a card cannot be copied from.
  return receipt ? [simpleText(text), toItemCard(receipt)] : [simpleText(text)]
}

function toItemCard({ title, facts }: NonNullable<ActivityBody['receipt']>): Output {
  return itemCard({
    head: { title },
    itemList: facts.map(({ name, value }) => ({ title: name, description: value })),
    itemListAlignment: 'left',
  })
}

// Two short sentences make one bubble, so that nothing short hides behind "more".
function joinShort(outputs: readonly Output[]): readonly Output[] {
  const joined = [...outputs]
  for (let at = 0; at < joined.length - 1 && joined.length > MAX_OUTPUTS; at += 1) {
    const both = joinTexts(joined[at], joined[at + 1])
    if (both) joined.splice(at--, 2, both)
  }
  return joined
}

function joinTexts(first: Output | undefined, second: Output | undefined): Output | undefined {
  if (!first || !second || !('simpleText' in first) || !('simpleText' in second)) return undefined
  const text = `${first.simpleText.text}\n\n${second.simpleText.text}`
  return text.length <= GLANCE_CHARS ? simpleText(text) : undefined
}

function within(max: number, choices: readonly Choice[]): readonly Choice[] {
  return choices.length <= max ? choices : [...choices.slice(0, max - WAYS_OUT), ...choices.slice(-WAYS_OUT)]
}

// Only a block can open the plugin that takes photos; where there is none, the choice is an answer like any other.
function toQuickReply({ label, prompt, value, nonce }: Choice, { photoBlockId }: Hospital['kakao']): QuickReply {
  const extra = { prompt: prompt ?? '', choice: value, ...(nonce === undefined ? {} : { nonce }) }
  const opensBlock = value === SEND_PHOTOS && photoBlockId !== undefined
  return opensBlock ? blockButton(label, photoBlockId, extra) : quickReply(label, extra)
}

function moreLabel(language: Language): string {
  return translate(language, 'kakao.more')
}

function languageOf(replies: readonly ActivityBody[]): Language {
  return findLanguage(replies.map(({ text = '' }) => text).join('\n'))
}
