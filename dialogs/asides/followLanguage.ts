import type { Turn } from '../turn.ts'

/** Enough to be a sentence: a name, a drug or a word pasted in changes no language. */
const ENGLISH_WORDS = 4
const HANGUL = 8

/** Goes on in the language somebody begins to write in, where that is a whole sentence of the other one. */
export function followLanguage(turn: Turn): void {
  const { heard } = turn.reply
  const hangul = heard.match(/[가-힣]/g)?.length ?? 0
  const words = heard.match(/(?<![\w.@/])[a-z']{1,}(?![\w.@/])/gi)?.length ?? 0
  const { language } = turn.session
  if (language === 'ko' && hangul === 0 && words >= ENGLISH_WORDS) turn.session = { ...turn.session, language: 'en' }
  if (language === 'en' && hangul >= HANGUL && words <= 1) turn.session = { ...turn.session, language: 'ko' }
}
