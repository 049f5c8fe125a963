import type { TicketType } from '../../src/tickets/vocabulary.ts'
import { CHATTER, GRIEVANCE, GRIEVANCE_EN, HAPPY_NEGATIONS, PRAISE, QUESTION, SUGGESTION } from './rules/typeWords.ts'

/** Whole syllables or a word of at least three letters with a vowel: less than that says nothing. */
const SAYS_SOMETHING = /[가-힣]{2}|\b(?=[a-z]*[aeiouy])[a-z]{2,}\b/i
/** Keys pressed at random: a row of the keyboard, or one sound over and over. */
const KEYBOARD = /^(?:[ㄱ-ㅎㅏ-ㅣ\s.!?~^]+|(?:asdf|qwer|zxcv|hjkl|abcd?)\w*|([가-힣a-z])\1{2,}|(?:아무|가나다)\S*)$/i

/**
 * Complaint, praise, proposal, question, or nothing to file. Where praise and complaint mix, it is a complaint: one
 * overlooked costs more.
 * @param hasSubject whether any word points to a category
 */
export function findType(text: string, hasSubject: boolean): TicketType {
  if (CHATTER.test(text) || KEYBOARD.test(text) || !SAYS_SOMETHING.test(text)) return 'not_complaint'
  const plain = text.replace(HAPPY_NEGATIONS, ' ')
  const grieves = GRIEVANCE.test(plain) || GRIEVANCE_EN.test(plain)
  if (!grieves && PRAISE.test(text) && !/\?\s*$/.test(text)) return 'compliment'
  if (SUGGESTION.test(text) && !isAngry(plain)) return 'suggestion'
  if (!grieves && QUESTION.test(text)) return 'inquiry'
  return grieves || hasSubject || text.includes(' ') ? 'complaint' : 'not_complaint'
}

/** Complaints also end in wishes; words that accuse tell them from proposals. */
function isAngry(text: string): boolean {
  return /불만|불쾌|화가|화나|짜증|실망|최악|엉망|불친절|반말|잘못|기다렸|다쳤|황당|어이|억울|때렸|실수|환불|사과|했어요|rude|terrible|angry|awful|waited|wrong/i.test(
    text,
  )
}
