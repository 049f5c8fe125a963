import { expect } from '@jest/globals'
import { type Output, type SkillResponse, validateResponse } from 'kakao-chatbot-skill-sdk'

import { createKakaoResponses } from '../../bots/intake/kakaoResponse.ts'
import type { ActivityBody } from '../../src/conversations/session.ts'

const { nextPart, toResponse } = createKakaoResponses({ photoBlockId: 'photo-block' })
const MAX_PARTS = 10
/** What a Korean bubble may hold to be read at a glance. */
const GLANCE_CHARS = 200
/** English takes nearly twice the letters for the same words; a card holds no more. */
const CARD_CHARS = 400
/** What the law wants told in full, and what repeats the person's own words. */
const MAY_BE_LONGER = /^(?:consent\.|confirm\.summary)/

/** Whatever the bot says anywhere is something KakaoTalk would show, to the last part, with the ways out in each. */
export function checkOnKakao(replies: readonly ActivityBody[]): void {
  if (replies.length === 0) return
  for (const part of partsOf(replies)) {
    const response = toResponse(part)
    expect(validateResponse(response)).toEqual([])
    checkLengths(response)
    const offered = response.template?.quickReplies?.map(({ extra }) => extra?.['choice'])
    expect(offered).toEqual(expect.arrayContaining(['person', 'home']))
  }
}

function checkLengths({ template, data }: SkillResponse): void {
  const mayBeLonger = MAY_BE_LONGER.test(String(data?.['prompt']))
  for (const text of (template?.outputs ?? []).map(textOf)) {
    const max = /[가-힣]/.test(text) && !mayBeLonger ? GLANCE_CHARS : CARD_CHARS
    expect(text.length > max ? text : '').toBe('')
  }
}

function textOf(output: Output): string {
  if ('simpleText' in output) return output.simpleText.text
  return 'textCard' in output ? (output.textCard.description ?? '') : ''
}

/** Every part of what was said, as somebody who reads on sees it. */
function partsOf(replies: readonly ActivityBody[]): readonly (readonly ActivityBody[])[] {
  const parts = [replies]
  for (let part = nextPart(replies); part !== undefined && parts.length < MAX_PARTS;) {
    const turned = replies.map((reply) => ({ ...reply, part }))
    parts.push(turned)
    part = nextPart(turned)
  }
  return parts
}
