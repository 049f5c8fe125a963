import { describe, expect, it } from '@jest/globals'

import { coverCard, coversSlack, coversStorage } from '../../src/consent/coverage.ts'

const ticket = {
  number: 'V26-7KQ4MZ3',
  urgency: 'normal',
  dueAt: new Date('2026-12-01T18:00:00+09:00'),
  type: 'complaint',
  category: 'waiting',
  department: '원무과',
  gist: '한 시간을 기다렸어요',
} as const

describe('a Slack card', () => {
  it('says the number, urgency and due time alone where consent does not reach', () => {
    expect(coverCard({ ...ticket, slackCovered: false })).toEqual({
      level: 'bare',
      number: ticket.number,
      urgency: 'normal',
      dueAt: ticket.dueAt,
    })
  })

  it('says type, category, department and the masked gist besides where it does', () => {
    expect(coverCard({ ...ticket, slackCovered: true })).toEqual({ level: 'full', ...ticket })
  })

  it.each([
    [{ overseas: true }, 'overseas', true],
    [{ overseas: false }, 'overseas', false],
    [{}, 'overseas', false],
    [{ overseas: false }, 'domestic', true],
  ] as const)('with the answers %j and Slack %s is covered: %s', (answers, processing, covered) => {
    expect(coversSlack(answers, processing)).toBe(covered)
  })
})

describe('words may be written down', () => {
  it.each([
    [{}, false, false],
    [{ health: true }, false, false],
    [{ collect: false }, false, false],
    [{ collect: true }, false, true],
    [{ collect: true }, true, false],
    [{ collect: true, health: false }, true, false],
    [{ collect: true, health: false }, false, true],
    [{ collect: true, health: true }, true, true],
  ])('with the answers %j, telling of health %s: %s', (answers, health, covered) => {
    expect(coversStorage(answers, { health })).toBe(covered)
  })
})
