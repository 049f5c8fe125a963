import { describe, expect, it } from '@jest/globals'

import {
  createIncidentNumber,
  createTicketNumber,
  findTicketNumber,
  isTicketNumber,
} from '../../src/tickets/ticketNumber.ts'

const NIGHT = new Date('2026-11-22T02:00:00+09:00')
let seed = 7
const randomInt = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below

describe('a ticket number', () => {
  const number = createTicketNumber(NIGHT, randomInt)

  it('has the year in Seoul, six random characters and a check character', () => {
    expect(number).toMatch(/^V26-[0-9A-HJKMNP-TV-Z]{7}$/)
    expect(createTicketNumber(new Date('2026-12-31T15:30:00Z'), randomInt)).toMatch(/^V27-/)
  })

  it('does not survive one wrong character', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    for (let at = 4; at < number.length; at += 1) {
      for (const other of alphabet.replace(number.charAt(at), '')) {
        expect(isTicketNumber(number.slice(0, at) + other + number.slice(at + 1))).toBe(false)
      }
    }
  })

  it.each([
    ['in a sentence', (n: string) => `제 번호는 ${n}입니다`],
    ['in small letters', (n: string) => n.toLowerCase()],
    ['with blanks', (n: string) => n.replace('-', ' ')],
    [
      'in full width',
      (n: string) => n.replaceAll(/[0-9A-Z]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
    ],
    ['without its dash', (n: string) => n.replace('-', '')],
  ])('is found %s', (_name, write) => {
    expect(findTicketNumber(write(number))).toBe(number)
  })

  it('reads the letters people mistake', () => {
    const zeroes = createTicketNumber(NIGHT, () => 0)
    expect(findTicketNumber(zeroes.replaceAll('0', 'O'))).toBe(zeroes)
    const ones = createTicketNumber(NIGHT, () => 1)
    expect(findTicketNumber(ones.replace(/1(?=[^-]*$)/, 'l'))).toBe(ones)
  })

  it.each(['', '안녕하세요', 'V26-ABC', 'V26-00000000', '예약번호 20261121-003'])('is not found in %j', (text) => {
    expect(findTicketNumber(text)).toBeUndefined()
  })

  it('is told apart from an incident number', () => {
    expect(createIncidentNumber(NIGHT, randomInt)).toMatch(/^E26-[0-9A-HJKMNP-TV-Z]{6}$/)
  })
})
