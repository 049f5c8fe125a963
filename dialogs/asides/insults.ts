/**
 * Insults as people type them: spelled out, with digits or signs between, as initials, or blotted out. What only looks
 * like one (시발점, 개새끼손가락 …) is left alone.
 */
const INSULTS =
  /씨[\s.\d!1@*]{0,2}발(?:놈|년|것|새끼)?|시[\d1!@*]{1,2}발|(?<![가-힣])시발(?!점|역|택시)(?:놈|년|것)?|ㅅ[\s1!@*]{0,2}ㅂ|ㅆ[\s1!@*]{0,2}ㅂ|쌍(?:놈|년)|썅(?:놈|년)?|개\s?새[끼기]들?아?|개[\s1]?[섀세]끼|ㄱㅅㄲ|새끼(?:들아?|야|가|는)|미친\s?(?:놈|년|새끼|것)들?아?|또라이|병[\s1!]?신(?:들아?|같|아|이)?(?!청|고|경)|ㅂ[\s1]?ㅅ|지랄|ㅈㄹ|좆|존나|졸라|엿\s?먹|꺼져|닥쳐|돌팔이|(?<![가-힣])년들|(?<![가-힣])놈들|망할\s?(?:놈|것|새끼)들?|(?:[XxＸOo○0*×]{2,})\s?(?:들|새끼|놈|년)아?|\bf+[u*]+c*k\w*|\bshit\w*|\bass?holes?\b|\bbastards?\b|\bbitch\w*|\bidiots?\b|\bmorons?\b|\bstupid (?:people|idiots?|staff)\b/gi
/** What is left of a message that insults and does nothing else. */
const FILLING =
  /야|이|저|그|들아?|아|놈|년|것|진짜|정말|아주|다|너희|너네|니들|뭐|냐|네|같은|같이|말이야|이런|에이|you|all|are|is|the|a|an|such|off|of|go|to|this|so/gi

/** Tells whether a message holds an insult. */
export function holdsInsult(text: string): boolean {
  return text.search(INSULTS) !== -1
}

/** Tells whether a message insults and tells nothing. */
export function isInsultAlone(text: string): boolean {
  if (!holdsInsult(text)) return false
  const rest = text.replaceAll(INSULTS, ' ').split(/[^\p{L}\p{N}]+/u)
  return rest.every((word) => word.replaceAll(FILLING, '').length < 2)
}

/** A text with its insults blotted out, for where it is shown again. What is filed stays as it was said. */
export function hideInsults(text: string): string {
  return text.replaceAll(INSULTS, '○○')
}
