import { describe, expect, it } from '@jest/globals'

import type { GuardianAnswers } from '../../src/guardian/guardianRequest.ts'
import type { ActivityBody } from '../../src/conversations/session.ts'
import type { NewDelivery } from '../../src/delivery/delivery.ts'
import type { NewTicket, Ticket, TicketContent } from '../../src/tickets/ticket.ts'
import { checkRecord } from './privacyRules.ts'
import { checkOnKakao } from './kakaoRules.ts'
import { checkReplies, checkWaysOut } from './replyRules.ts'
import { startTalk, type Talk, type TalkOptions } from './talk.ts'

/**
 * One thing said and what came of it: the question asked next (its prompt id; undefined: none), and what the bot says.
 *
 * `'(opens)'` opens the chat · `'[네]'` taps a choice · `'[네@menu]'` taps it on the first copy of that question ·
 * `'(at once) 네'` is typed before the question can have been read · `'(a day later)'`, `'(hours later)'`, `'(ten minutes later)'` and
 * `'(the hold is lost)'` say nothing; `'(the guardian agrees)'` and the like are answers on the guardian's page, `'(the guardian cannot be written to)'`
 * that their message was refused. Anything else is typed.
 */
export type Line = readonly [said: string, asks?: string | undefined, says?: RegExp | undefined]

/** What is looked at of a ticket that was filed, its words among it. */
export type Filed = Partial<Omit<Ticket & NewTicket & TicketContent, 'story'>> & { readonly story?: string }

/** A whole conversation, and what is left of it. */
export type Conversation = TalkOptions & {
  readonly name: string
  readonly turns: readonly Line[]
  /** The tickets filed, in order; none where absent. */
  readonly filed?: Filed | readonly Filed[]
  /** Every consent answered, in order, such as `collect yes`. */
  readonly consents?: readonly string[]
  /** How often somebody on duty was called; never where absent. */
  readonly pages?: number
  /** How often whoever was called was told that there is news; never where absent. */
  readonly pageNews?: number
  /** The dangers noted, in order; not looked at where absent. */
  readonly incidents?: readonly object[]
  /** Whether the conversation itself was written down. */
  readonly isKept?: boolean
  /** Said words that must be nowhere: neither in the record nor in the hold. */
  readonly forgotten?: readonly string[]
}

/** Runs every conversation of a table as a test of its own. */
export function describeConversations(title: string, conversations: readonly Conversation[]): void {
  describe(title, () => {
    it.each(conversations.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
      const talk = startTalk(one)
      try {
        for (const line of one.turns) await runLine(talk, line)
        await checkWhatIsLeft(talk, one)
      } finally {
        await talk.close()
      }
    })
  })
}

const PAUSES: Readonly<Record<string, (talk: Talk) => void | Promise<void>>> = {
  '(ten minutes later)': (talk) => talk.wait(10),
  '(hours later)': (talk) => talk.wait(5 * 60),
  '(a day later)': (talk) => talk.wait(26 * 60),
  '(the hold is lost)': (talk) => talk.loseHold(),
}

async function runLine(talk: Talk, [said, asks, says]: Line): Promise<void> {
  const pause = PAUSES[said]
  if (pause) return pause(talk)
  const replies = await answer(talk, said)
  const text = textOf(replies)
  const asked = replies.at(-1)?.channelData?.['prompt']
  expect({ said, asked, text }).toEqual({ said, asked: asks, text })
  if (says) expect(text).toMatch(says)
  checkReplies(
    replies,
    talk.exchanges.map(({ said }) => said).filter((words) => words.length > 1),
  )
  checkWaysOut(replies)
  checkOnKakao(replies)
  await checkRecord(talk)
}

const YES_TO_ALL = { collect: true, health: true, overseas: true, contact: true } as const
const GUARDIANS: ReadonlyMap<string, GuardianAnswers> = new Map<string, GuardianAnswers>([
  ['(the guardian agrees)', YES_TO_ALL],
  ['(the guardian agrees, but not to health)', { ...YES_TO_ALL, health: false }],
  ['(the guardian refuses)', { collect: false }],
])

function answer(talk: Talk, said: string): Promise<readonly ActivityBody[]> {
  const guardian = GUARDIANS.get(said)
  if (guardian) return talk.answerAsGuardian(guardian)
  if (said === '(the guardian cannot be written to)') return talk.refuseGuardianMessage()
  if (said === '(opens)') return talk.open()
  const tap = /^\[([^\]@]+)(?:@([\w.]+))?\]$/.exec(said)
  if (tap?.[1] !== undefined) return talk.tap(tap[1], tap[2])
  const hasty = /^\(at once\) (.+)$/.exec(said)?.[1]
  return hasty === undefined ? talk.say(said) : talk.sayAtOnce(hasty)
}

function textOf(replies: readonly ActivityBody[]): string {
  return replies.map(({ text = '' }) => text).join('\n---\n')
}

function pagesIn(outbox: readonly NewDelivery[], name: string): number {
  return outbox.filter(({ payload }) => payload.message?.key === `desk.page.${name}`).length
}

async function checkWhatIsLeft(talk: Talk, expected: Conversation): Promise<void> {
  const record = talk.record()
  const filed = [...record.tickets.values()].map((ticket) => ({ ...ticket, ...ticket.content }))
  const wanted = [expected.filed ?? []].flat()
  expect(filed).toMatchObject(wanted)
  expect(record.outbox.filter(({ kind }) => kind === 'slack_card')).toHaveLength(wanted.length)
  expect(pagesIn(record.outbox, 'urgent') + pagesIn(record.outbox, 'several')).toBe(expected.pages ?? 0)
  expect(pagesIn(record.outbox, 'news')).toBe(expected.pageNews ?? 0)
  if (expected.incidents) expect([...record.incidents.values()]).toMatchObject(expected.incidents)

  if (expected.consents) {
    const answered = [...record.receipts.values()].map(({ purpose, granted }) => `${purpose} ${granted ? 'yes' : 'no'}`)
    expect(answered).toEqual(expected.consents)
  }
  if (expected.isKept !== undefined) expect(record.sessions.size).toBe(expected.isKept ? 1 : 0)
  const everything = JSON.stringify([
    [...record.sessions],
    record.activities,
    [...record.answered],
    [...record.tickets],
    record.history,
    record.outbox,
    [...record.guardians],
    [...record.incidents],
    await talk.held(),
  ])
  for (const words of expected.forgotten ?? []) expect(everything).not.toContain(words)
}
