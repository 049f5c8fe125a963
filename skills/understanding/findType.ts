import { CHATTER } from './rules/typeWords.ts'

/** Whole syllables or a word of at least three letters with a vowel: less than that says nothing. */
const SAYS_SOMETHING = /[가-힣]{2}|\b(?=[a-z]*[aeiouy])[a-z]{2,}\b/i
/** Keys pressed at random: a row of the keyboard, or one sound over and over. */
const KEYBOARD = /^(?:[ㄱ-ㅎㅏ-ㅣ\s.!?~^]+|(?:asdf|qwer|zxcv|hjkl|abcd?)\w*|([가-힣a-z])\1{2,}|(?:아무|가나다)\S*)$/i
const ANGER =
  /불만|불쾌|화가\s?(?:나|났)|화나|짜증|실망|최악|엉망|불친절(?!한\s?(?:분|사람)(?:이|은)?\s?(?:하나도\s?)?없)|반말|황당|어이가?\s?없|억울|\brude|terrible|angry|awful/i
/** Letters alone that young people write for wanting to die. */
const SPELLED_DANGER = /ㅈㅅ|ㅈㄱ\s?싶/

/** Whether a text is a greeting, thanks alone, a test or keys pressed at random, whatever a model makes of it. */
export function isChatter(said: string): boolean {
  if (SPELLED_DANGER.test(said)) return false
  return CHATTER.test(said) || KEYBOARD.test(said) || !SAYS_SOMETHING.test(said)
}

/** Whether words accuse somebody, polite set phrases around them or not. */
export function isAngry(said: string): boolean {
  return ANGER.test(said)
}
