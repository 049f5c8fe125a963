import { expect } from '@jest/globals'

import type { ActivityBody } from '../../src/conversations/session.ts'

/** Every question a client may be asked; the names are public and stable. */
export const PROMPT_IDS: readonly string[] = [
  'menu',
  'inquiry.next',
  'age.check',
  'consent.collect',
  'consent.health',
  'consent.overseas',
  'consent.contact',
  'consent.guardian',
  'anonymous.offer',
  'complaint.story',
  'complaint.when',
  'complaint.where',
  'complaint.wish',
  'complaint.attachments',
  'contact.name',
  'contact.phone',
  'contact.email',
  'contact.patient',
  'confirm.summary',
  'crisis.check',
  'crisis.contact',
  'callback.request',
  'status.number',
  'status.code',
  'reply.feedback',
  'survey.score',
  'survey.comment',
  'withdraw.confirm',
  'rights.menu',
  'rights.secret',
  'rights.ticket',
  'rights.wordsOf',
  'rights.consent',
  'rights.correct',
  'rights.words',
  'rights.other',
]

/** Words that promise, blame, deny or talk like an office. */
export const FORBIDDEN = /보상|배상|과실|실수|저희 잘못|쿠폰|규정상|하지만|오해|불가|이송|유선|접수되셨/

const KOREAN_MAX = 400
const MAX = 1000
const LABEL_MAX = 14

/** What holds for everything the bot ever says. */
export function checkReplies(replies: readonly ActivityBody[], said: readonly string[]): void {
  for (const { text = '', suggestedActions = [], channelData } of replies) {
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object/)
    expect(text.length).toBeLessThanOrEqual(/[가-힣]/.test(text) ? KOREAN_MAX : MAX)
    // The summary says the person's own words again.
    const own = said.reduce((rest, words) => rest.replaceAll(words, ''), text)
    if (channelData?.['prompt'] !== 'confirm.summary') expect(own).not.toMatch(FORBIDDEN)
    for (const { label } of suggestedActions) expect(label.length).toBeLessThanOrEqual(LABEL_MAX)
    const prompt = channelData?.['prompt']
    if (prompt !== undefined) expect(PROMPT_IDS).toContain(prompt)
  }
}

/** Wherever somebody is, they can get to a person and back to the beginning by tapping. */
export function checkWaysOut(replies: readonly ActivityBody[]): void {
  if (replies.length === 0) return
  const values = replies.at(-1)?.suggestedActions?.map(({ value }) => value)
  expect(values).toEqual(expect.arrayContaining(['person', 'home']))
}
