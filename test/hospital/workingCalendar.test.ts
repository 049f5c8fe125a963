import { describe, expect, it } from '@jest/globals'

import { dueAfterWorkingDays, isStaffed } from '../../src/hospital/workingCalendar.ts'

const calendar = { opens: '09:00', closes: '18:00', holidays: ['2026-12-25'] }
const seoul = (text: string): Date => new Date(`${text}+09:00`)

describe('the day an answer is due', () => {
  it.each([
    // The first working day counts as one (민원 처리에 관한 법률 §19).
    ['on a Monday morning', '2026-11-23T09:30:00', 7, '2026-12-01'],
    ['on a Monday after closing', '2026-11-23T18:00:00', 7, '2026-12-02'],
    ['on a Sunday at two in the morning', '2026-11-22T02:00:00', 7, '2026-12-01'],
    ['on a Friday, with one day', '2026-11-27T10:00:00', 1, '2026-11-27'],
    ['on a Saturday, with one day', '2026-11-28T10:00:00', 1, '2026-11-30'],
    ['before a holiday', '2026-12-24T10:00:00', 2, '2026-12-28'],
    ['on a holiday', '2026-12-25T10:00:00', 1, '2026-12-28'],
  ])('for a complaint %s', (_name, from, days, due) => {
    expect(dueAfterWorkingDays(calendar, seoul(from), days)).toEqual(seoul(`${due}T18:00:00`))
  })
})

describe('somebody is at the desk', () => {
  it.each([
    ['2026-11-23T09:00:00', true],
    ['2026-11-23T08:59:59', false],
    ['2026-11-23T17:59:59', true],
    ['2026-11-23T18:00:00', false],
    ['2026-11-22T12:00:00', false],
    ['2026-12-25T12:00:00', false],
  ])('at %s: %s', (at, isThere) => {
    expect(isStaffed(calendar, seoul(at))).toBe(isThere)
  })
})
