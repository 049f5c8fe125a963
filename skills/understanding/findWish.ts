import { splitSentences } from './splitSentences.ts'
import { anyOf } from './rules/anyOf.ts'

const WANTED =
  /환불|사과|설명|연락|전화|답변|회신|재발\s?방지|방지|개선|조치|보상|배상|해결|교육|처벌|징계|시정|확인|교체|변경|고쳐|고치|바꿔|치워|늘려|줄여|처리|조사|검토|재검사|진료|발급|돌려/
const WISH = anyOf(String.raw`
  (?:해|알려|바꿔|고쳐|돌려|치워|늘려|줄여|봐|시켜|전해|만들어|보내|취소해|연결해)\s?(?:주세요|주십시오|주시기|주셨으면|주시면|줘요|달라|주길|주실)|바랍니다
  바래요|바라요|원합니다|원해요|원하|받고\s?싶|듣고\s?싶|하고\s?싶|부탁|요구|요청|(?:으면|면)\s?(?:좋겠|합니다|해요)|했으면|필요합니다|하세요|해\s?주세요
`)
const WISH_EN =
  /\b(?:i (?:want|would like|wish|hope|expect|demand|need)|i'?d like|please|could you|can you|should (?:apologi[sz]e|refund|explain|be))\b.*(?:refund|apolog|explain|explanation|contact|call|answer|reply|fix|change|improve|train|investigat|compensat|money back|stop|happen|look into|replace|check)/i

/** The sentence that says what the person wants done, as said; undefined where none does. */
export function findWish(text: string): string | undefined {
  return splitSentences(text).findLast(
    (sentence) => (WISH.test(sentence) && WANTED.test(sentence)) || WISH_EN.test(sentence),
  )
}
