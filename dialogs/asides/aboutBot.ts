/** Whoever writes more than this tells of more than this chat. */
const MAX_CHARS = 50

const THIS_CHAT =
  /챗봇|쳇봇|(?<![가-힣])봇(?:이|은|아|은요)|자동\s?(?:상담|응답|답변)|기계(?:가|랑|한테|라서|라|는)?|로봇|인공지능|\bAI\b|이\s?(?:창|채팅|상담창)|\b(?:chat)?bot\b|this chat|machine/i
const FAILS =
  /말귀|못\s?알아|알아듣지|알아먹|이해를?\s?못|말이?\s?안\s?통|바보|멍청|답답|쓸모|쓸데|소용|엉뚱|딴소리|딴\s?얘기|형편없|짜증|별로|동문서답|useless|stupid|dumb|don'?t understand|doesn'?t understand|not understand|annoying/i
/** Said of nobody else, whoever is meant. */
const HEARS_NOT =
  /^(?:아니\s?|진짜\s?|참\s?|왜\s?(?:이렇게\s?)?|정말\s?|뭐야\s?)*(?:내\s?|제\s?)?(?:말귀를?\s?(?:왜\s?)?(?:이렇게\s?)?못\s?알아|말을?\s?(?:왜\s?)?(?:이렇게\s?)?못\s?알아\s?(?:듣|들|먹)|말이?\s?안\s?통|동문서답|딴소리|엉뚱한\s?(?:소리|말|대답|답))\S*(?:\s?\S{0,3})?$|^you (?:do not|don'?t|never) understand(?: me| anything)?[.!]*$/i
/** Somebody of the hospital is meant. */
const STAFF =
  /직원|간호|의사|교수|선생|원무|수납|창구|접수\s?(?:원|처)|키오스크|무인|검사\s?기계|정산|doctor|nurse|staff|kiosk/i

/** Tells whether somebody complains of this chat itself: it does not understand them. */
export function complainsOfBot(text: string): boolean {
  const said = text.trim()
  if (said.length > MAX_CHARS || STAFF.test(said)) return false
  return HEARS_NOT.test(said) || (THIS_CHAT.test(said) && FAILS.test(said))
}
