import { describe, expect, it } from '@jest/globals'
import { readDate, readDetail, readEntity, readNumber, readText } from '../src/parameters.ts'

describe('readEntity', () => {
  it.each<[string, unknown, unknown]>([
    ['a text', ' 내과 ', '내과'],
    ['JSON in a text', '{"amount":1}', { amount: 1 }],
    ['a list in a text', '["a"]', ['a']],
    ['broken JSON', '{"amount":', '{"amount":'],
    ['digits, which stay text', '007', '007'],
    ['an object', { amount: 1 }, { amount: 1 }],
    ['nothing', undefined, undefined],
    ['null', null, undefined],
    ['an empty text', ' ', undefined],
    ['the name of its entity', 'sys.date', undefined],
    ['the name of a longer entity', '@sys.plugin.secureimage', undefined],
    ['a sentence about an entity', 'sys.date 는 무엇인가요', 'sys.date 는 무엇인가요'],
  ])('reads %s', (_name, value, expected) => {
    expect(readEntity(value)).toEqual(expected)
  })
})

describe('readText', () => {
  it.each([
    [' 김하나 ', '김하나'],
    ['sys.person.name', undefined],
    ['', undefined],
    [7, undefined],
    [undefined, undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(readText(value)).toBe(expected)
  })
})

describe('readDate', () => {
  const captured = { dateTag: 'yesterday', dateHeadword: null, year: null, month: null, day: null, date: '2026-09-20' }

  it.each<[string, unknown, string | undefined]>([
    ['Kakao', JSON.stringify(captured), '2026-09-20'],
    ['a bare date', '2026-9-3', '2026-09-03'],
    ['year, month and day as numbers', '{"year":2026,"month":9,"day":3}', '2026-09-03'],
    ['year, month and day as texts', '{"year":"2026","month":"9","day":"3"}', '2026-09-03'],
    ['a leap day', '2028-02-29', '2028-02-29'],
    ['a day with a time', '2026-09-20T11:00:00', '2026-09-20'],
    ['no leap day', '2026-02-29', undefined],
    ['a month of thirteen', '{"date":"2026-13-01"}', undefined],
    ['half a date', '{"year":2026,"month":9}', undefined],
    ['the name of the entity', 'sys.date', undefined],
    ['words', '어제부터', undefined],
    ['a list', '[]', undefined],
    ['nothing', undefined, undefined],
  ])('reads %s', (_name, value, date) => {
    expect(readDate(value)?.date).toBe(date)
  })

  it('keeps the word for the day', () => {
    expect(readDate(JSON.stringify(captured))).toEqual({
      date: '2026-09-20',
      year: 2026,
      month: 9,
      day: 20,
      dateTag: 'yesterday',
      dateHeadword: undefined,
    })
  })
})

describe('readNumber', () => {
  it.each<[string, unknown, unknown]>([
    ['Kakao', '{"amount":1,"unit":null}', { amount: 1, unit: undefined }],
    ['a unit', '{"amount":"3","unit":"번"}', { amount: 3, unit: '번' }],
    ['digits', '1,200', { amount: 1200, unit: undefined }],
    ['a number', 0, { amount: 0, unit: undefined }],
    ['words', '세 번', undefined],
    ['an empty amount', '{"amount":""}', undefined],
    ['a blank amount', '{"amount":" "}', undefined],
    ['no finite amount', '{"amount":"Infinity"}', undefined],
    ['the name of the entity', 'sys.number', undefined],
    ['null', null, undefined],
  ])('reads %s', (_name, value, expected) => {
    expect(readNumber(value)).toEqual(expected)
  })
})

describe('readDetail', () => {
  it.each<[string, unknown, unknown]>([
    [
      'what was said and what it means',
      { origin: '한 번', value: '{"amount":1,"unit":null}', groupName: '' },
      { origin: '한 번', value: { amount: 1, unit: null }, groupName: '' },
    ],
    ['an empty entry', {}, { origin: undefined, value: undefined, groupName: undefined }],
    ['no entry', undefined, undefined],
    ['a text', 'x', undefined],
  ])('reads %s', (_name, value, expected) => {
    expect(readDetail(value)).toEqual(expected)
  })
})
