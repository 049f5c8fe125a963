const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
const FINALS = ['', ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')]
const FIRST_SYLLABLE = 0xac00

/** A syllable typed letter by letter on a keyboard: a final consonant is one only if no vowel follows it. */
export const TYPED_SYLLABLE = '[ㄱ-ㅎ][ㅏ-ㅣ](?:[ㄱ-ㅎ](?![ㅏ-ㅣ]))?'

/** The syllable that two or three letters of the keyboard spell: ㄱㅗㅇ gives 공. Undefined where they spell none. */
export function composeSyllable(letters: string): string | undefined {
  const initial = INITIALS.indexOf(letters.charAt(0))
  const vowel = VOWELS.indexOf(letters.charAt(1))
  const final = FINALS.indexOf(letters.charAt(2))
  if (letters.length < 2 || initial < 0 || vowel < 0 || final < 0) return undefined
  return String.fromCharCode(FIRST_SYLLABLE + (initial * VOWELS.length + vowel) * FINALS.length + final)
}
