import { describe, expect, it } from '@jest/globals'
import { findWhen } from '../../../skills/understanding/findWhen.ts'

/** A Sunday, two in the morning in Seoul: still Saturday in Europe. */
const now = new Date('2026-11-22T02:00:00+09:00')

describe('when it happened', () => {
  it.each([
    ['어제 응급실에서요', '2026-11-21', undefined, '어제'],
    ['그제 오후에 갔어요', '2026-11-20', undefined, '그제 오후'],
    ['그저께 일입니다', '2026-11-20', undefined, '그저께'],
    ['엊그제 있었던 일', '2026-11-20', undefined, '엊그제'],
    ['오늘 아침에 갔는데', '2026-11-22', undefined, '오늘 아침'],
    ['지난주 목요일 저녁에 입원했어요', '2026-11-12', undefined, '지난주 목요일 저녁'],
    ['지난주 목요일 저녁 7시쯤', '2026-11-12', '19:00', '지난주 목요일 저녁 7시쯤'],
    ['지난 목요일에 갔어요', '2026-11-19', undefined, '지난 목요일'],
    ['이번 주 월요일', '2026-11-16', undefined, '이번 주 월요일'],
    ['금요일에 진료를 봤어요', '2026-11-20', undefined, '금요일'],
    ['아까 3시쯤 갔어요', '2026-11-21', '15:00', '아까 3시쯤'],
    ['아까 1시 반에요', '2026-11-22', '01:30', '아까 1시 반'],
    ['11월 20일에 있었던 일이에요', '2026-11-20', undefined, '11월 20일'],
    ['12월 3일이었어요', '2025-12-03', undefined, '12월 3일'],
    ['작년 11월 30일', '2025-11-30', undefined, '작년 11월 30일'],
    ['20일에 갔어요', '2026-11-20', undefined, '20일'],
    ['25일에 갔어요', '2026-10-25', undefined, '25일'],
    ['3일 전에요', '2026-11-19', undefined, '3일 전'],
    ['이틀 전 밤 11시에', '2026-11-20', '23:00', '이틀 전 밤 11시'],
    ['일주일 전에', '2026-11-15', undefined, '일주일 전'],
    ['2026.11.20 오후 2시 30분', '2026-11-20', '14:30', '2026.11.20 오후 2시 30분'],
    ['2026년 11월 3일', '2026-11-03', undefined, '2026년 11월 3일'],
    ['11/20 오전에', '2026-11-20', undefined, '11/20 오전'],
    ['지난달 30일에', '2026-10-30', undefined, '지난달 30일'],
    ['어젯밤 11시에', '2026-11-21', '11:00', '어젯밤 11시'],
    ['어제 오후 3시간 기다렸어요', '2026-11-21', undefined, '어제 오후'],
    ['yesterday at 3 pm', '2026-11-21', '15:00', 'yesterday at 3 pm'],
    ['the day before yesterday', '2026-11-20', undefined, 'the day before yesterday'],
    ['last Thursday', '2026-11-19', undefined, 'last Thursday'],
    ['this morning', '2026-11-22', undefined, 'this morning'],
    ['3 days ago', '2026-11-19', undefined, '3 days ago'],
    ['On November 20th I came', '2026-11-20', undefined, 'November 20th'],
  ])('%s → %s %s', (text, date, time, said) => {
    expect(findWhen(text, now)).toEqual({ date, text: said, ...(time === undefined ? {} : { time }) })
  })

  it.each([
    '20일 동안 기다렸어요',
    '3-4일 걸린다고 했어요',
    '약을 7일치 받았어요',
    '혈압이 120/80이었어요',
    '얼마 전에 갔어요',
    '지난주에 갔어요',
    '매주 목요일에 가요',
    '다음 주 목요일 예약이 취소됐어요',
    '12월 3일 예약이 취소됐어요',
    '32일에 갔어요',
    '올해 12월 3일에 갈게요',
    '그제야 알았어요',
    'I may come again',
  ])('no day that a calendar could show: %s', (text) => {
    expect(findWhen(text, now)).toBeUndefined()
  })
})
