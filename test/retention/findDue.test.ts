import { describe, expect, it } from '@jest/globals'

import { findDue } from '../../src/retention/findDue.ts'
import { endOf, periodsOf, retentionSettings } from '../../src/retention/periods.ts'
import type { EndedTicket } from '../../src/retention/ports.ts'

const PERIODS = periodsOf(retentionSettings.parse({}))
const CLOSED = new Date('2026-11-23T00:00:00Z')
const DAY_MS = 24 * 60 * 60_000

const ended = (changes: Partial<EndedTicket> = {}): EndedTicket => ({
  id: 'id',
  number: 'V26-7KQ4MZ3',
  type: 'complaint',
  category: 'waiting',
  department: '원무과',
  crisis: undefined,
  revision: 1,
  answeredAt: CLOSED,
  endedAt: CLOSED,
  contactDestroyed: undefined,
  hasNoticeContact: false,
  ...changes,
})

const at = (time: string): Date => new Date(`${time}T00:00:00Z`)
const days = (count: number): Date => new Date(CLOSED.getTime() + count * DAY_MS)

describe('what is due', () => {
  it.each([
    ['a complaint three years after closing', ended(), at('2029-11-23'), { what: 'ticket', rule: 'case' }],
    [
      'an anonymous one as any other',
      ended({ category: 'facility' }),
      at('2029-11-23'),
      { what: 'ticket', rule: 'case' },
    ],
    ['an inquiry after thirty days', ended({ type: 'inquiry' }), days(30), { what: 'ticket', rule: 'inquiry' }],
    [
      'a suspected accident after ten years',
      ended({ category: 'medical_accident' }),
      at('2036-11-23'),
      { what: 'ticket', rule: 'grave_case' },
    ],
    [
      'violence after ten years',
      ended({ crisis: 'violence_abuse' }),
      at('2036-11-23'),
      { what: 'ticket', rule: 'grave_case' },
    ],
    [
      'harassment told of in an inquiry after ten years',
      ended({ crisis: 'sexual_harassment', type: 'inquiry' }),
      at('2036-11-23'),
      { what: 'ticket', rule: 'grave_case' },
    ],
    [
      'what somebody asked about their own data after three years, as a complaint',
      ended({ type: 'inquiry', category: 'privacy' }),
      at('2029-11-23'),
      { what: 'ticket', rule: 'case' },
    ],
    [
      'whoever wrote praise ninety days after the answer, though it was closed later',
      ended({ type: 'compliment', endedAt: days(60) }),
      days(90),
      { what: 'contact', scope: 'all', rule: 'praise_contact' },
    ],
    [
      'whoever made a suggestion that was closed without an answer',
      ended({ type: 'suggestion', answeredAt: undefined }),
      days(90),
      { what: 'contact', scope: 'all', rule: 'praise_contact' },
    ],
    [
      'a contact given for notices ninety days after closing',
      ended({ hasNoticeContact: true }),
      days(90),
      { what: 'contact', scope: 'notices', rule: 'notice_contact' },
    ],
  ])('is %s, and not a moment earlier', (_what, ticket, since, due) => {
    expect(findDue(ticket, PERIODS, since)).toEqual({ ...due, since })
    expect(findDue(ticket, PERIODS, new Date(since.getTime() - 1))).toBeUndefined()
  })

  it.each([
    ['praise whose writer is gone', ended({ type: 'compliment', contactDestroyed: 'all' })],
    ['a contact that is gone', ended({ hasNoticeContact: true, contactDestroyed: 'notices' })],
    ['the contact of a grave case', ended({ hasNoticeContact: true, category: 'medical_accident' })],
    ['a complaint without a contact for notices', ended()],
  ])('is not, after ninety days, %s', (_what, ticket) => {
    expect(findDue(ticket, PERIODS, days(91))).toBeUndefined()
  })

  it('comes sooner where the hospital says so, and never later than the notices promise', () => {
    const shorter = periodsOf(retentionSettings.parse({ caseYears: 1 }))
    expect(findDue(ended(), shorter, at('2027-11-23'))).toMatchObject({ rule: 'case' })
    for (const longer of [{ caseYears: 4 }, { graveCaseYears: 11 }, { graveCaseYears: 2 }, { inquiryDays: 31 }]) {
      expect(retentionSettings.safeParse(longer).success).toBe(false)
    }
  })
})

describe('years', () => {
  it.each([
    ['2028-02-29T03:00:00Z', '2031-02-28T03:00:00Z'],
    ['2028-02-28T03:00:00Z', '2031-02-28T03:00:00Z'],
    ['2025-03-01T00:00:00Z', '2028-03-01T00:00:00Z'],
  ])('from %s end three years later on %s: a day that is not there is the last of its month', (start, end) => {
    expect(endOf(new Date(start), { years: 3 })).toEqual(new Date(end))
  })
})
