import { findPersonalData } from './findPersonalData.ts'
import { replaceFindings } from './replaceFindings.ts'

/** The text with every finding replaced by its kind, such as `[전화번호]` or `[이름]`: fit for a card. */
export function maskPersonalData(text: string): string {
  return replaceFindings(text, findPersonalData(text), 'masked')
}

/** A phone number that its owner recognises and nobody can call: `010-****-5678`. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^82/, '0')
  if (digits.length < 9) return '****'
  return `${digits.slice(0, digits.startsWith('02') ? 2 : 3)}-****-${digits.slice(-4)}`
}

/** A name that its owner recognises: `홍*동`, `김*`, `J*** S****`. */
export function maskName(name: string): string {
  return name.trim().split(/\s+/).map(maskWord).join(' ')
}

function maskWord(word: string): string {
  const letters = Array.from(word)
  const shown = /^[가-힣]{3,}$/.test(word) ? letters.length - 1 : letters.length
  return letters.map((letter, place) => (place === 0 || place === shown ? letter : '*')).join('')
}
