import { createShadow } from './shadow.ts'
import { translateDigits } from './spoken/digitWords.ts'

/** The digits of something known to be a number, however they are written: `공일공-１２` gives `01012`. */
export function digitsOf(number: string): string {
  return translateDigits(createShadow(number).text).replace(/\D/g, '')
}
