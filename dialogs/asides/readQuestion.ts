import type { Hospital } from '../../src/hospital/hospital.ts'
import type { FaqEntry } from '../../src/hospital/faq.ts'
import type { Language } from '../../src/tickets/ticket.ts'

/** Whoever writes more than this tells something, whatever it ends in. */
const QUESTION_MAX_CHARS = 60

const OUTRIGHT =
  /[?？]|(?:나요|까요|는지요?|은가요|인가요|는가요|될까)[\s.~!^]*$|궁금|여쭤|여쭙|알려\s?주(?:세요|실|시)|가르쳐\s?주|알고\s?싶/
/** Signs of a question that only count where its subject is known. */
const PERHAPS =
  /(?:가요|되나|되냐|하나|있나|예요|에요|이에요|인지|죠|주나|줘요|는데요)[\s.~!^]*$|문의|어떻게|얼마|몇\s?(?:시|번|층|분|살)|어디/
const ENGLISH =
  /\?|^(?:hi|hello|excuse me|sorry)?[,.!\s]*(?:how|when|where|what|which|who|can|could|do|does|is|are|may|will)\b|wonder(?:ing)? (?:if|when|how)|tell me (?:how|when|where|what)/i
/** About what was just asked, whose own help answers it. */
const ABOUT_THIS =
  /무슨\s?(?:말|뜻|소리)|뭔\s?(?:말|뜻|소리)|이게\s?뭐|뭐라고요|뭐예요|꼭\s?(?:해야|적어야|답해야)|what (?:do|does) (?:you|this|that|it) mean|what is this/i
const SAYS_SOMETHING = /[가-힣]{2}|[a-z]{3}/i
/** Words of somebody who is dissatisfied, though they may ask. */
const GRIPE =
  /왜\s|왜요|도대체|너무|불만|화가|짜증|비싸|비싼|못\s?(?:해|하|받|들|찾|봐)|(?<![가-힣])안\s(?!되나|될까|되는지)|안(?:돼|돼요|받|와요|해줘|줘|주|나와|열)|엉망|환불|사과|불친절|도난|\bwhy\b|too (?:long|expensive|much)|refund|rude|n't\b/i
/** A syllable that ends in ㅆ before an ending tells of the past; 있 and 겠 do not. */
const PAST_FINAL = 20
const FINALS = 28
const HANGUL_START = 0xac00
const NOT_PAST = '있겠'

/** Tells whether a message asks something, whatever its subject, and complains of nothing. */
export function asksOutright(text: string): boolean {
  const said = text.trim()
  return isPlain(said) && SAYS_SOMETHING.test(said) && (/[가-힣]/.test(said) ? OUTRIGHT : ENGLISH).test(said)
}

function mayAsk(text: string): boolean {
  const said = text.trim()
  return isPlain(said) && (asksOutright(said) || PERHAPS.test(said))
}

function isPlain(said: string): boolean {
  return said.length <= QUESTION_MAX_CHARS && !ABOUT_THIS.test(said) && !GRIPE.test(said) && !tellsOfPast(said)
}

/**
 * The question of the hospital file that a message asks: the one most of whose words it holds. Undefined where it asks
 * none of them, or tells something rather than asking.
 */
export function findFaq(hospital: Pick<Hospital, 'faq'>, language: Language, text: string): FaqEntry | undefined {
  if (!mayAsk(text)) return undefined
  const said = plain(text)
  const asked = (entry: FaqEntry): number =>
    Math.max(0, ...entry.asks[language].map((wording) => matchOf(said, wording, language)))
  const best = hospital.faq.map((entry) => ({ entry, length: asked(entry) })).toSorted((a, b) => b.length - a.length)[0]
  return best && best.length > 0 ? best.entry : undefined
}

// Korean runs words together as people like; English words stand alone.
function matchOf(said: string, wording: string, language: Language): number {
  const words = plain(wording).split(' ')
  const joined = said.replaceAll(' ', '')
  const holds = (word: string): boolean =>
    language === 'ko' ? joined.includes(word) : ` ${said} `.includes(` ${word}`)
  return words.every(holds) ? words.join('').length : 0
}

// Tokens stand for what named or reached somebody, and are nobody's question.
function plain(text: string): string {
  return text
    .replaceAll(/\[[^\]]+\]/g, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function tellsOfPast(text: string): boolean {
  return Array.from(text.replace(/(?:궁금|문의|여쭤)\S*$/, '')).some(
    (syllable, index, all) =>
      /[가-힣]/.test(syllable) &&
      !NOT_PAST.includes(syllable) &&
      (syllable.charCodeAt(0) - HANGUL_START) % FINALS === PAST_FINAL &&
      /[어습는네던고지다을]/.test(all[index + 1] ?? ''),
  )
}
