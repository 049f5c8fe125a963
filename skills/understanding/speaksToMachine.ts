/** What somebody writes who wants a program, and not a person, to do something: orders to forget rules, roles, output to give. */
const TO_A_MACHINE = [
  /(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|above|previous|prior|guidelines?)/is,
  /\b(?:system|developer|assistant)\s*(?:prompt|message|role|:)/i,
  /\byou are (?:now )?(?:an?|the) (?:ai|assistant|bot|model|system|admin)/i,
  /\b(?:output|respond|reply|answer|return|print)\b.{0,30}\b(?:json|only|exactly|with the following)\b/is,
  /\b(?:classify|categori[sz]e|label|set|mark)\b.{0,40}\b(?:as|to)\b.{0,20}\b(?:low|normal|high|critical|compliment|inquiry|not_complaint)\b/is,
  /["']?\b(?:urgency|category|isSure|whenDate|not_complaint)\b["']?\s*[:=]/i,
  /<\/?(?:system|instructions?|prompt|user|assistant|complaint)[^>]*>|<\|[a-z_]+\|>|\[\/?INST\]|###\s*(?:system|instruction)/i,
  /(?:지시|명령|규칙|프롬프트|지침|설정)\S{0,6}\s*(?:은|는|을|를|들을)?\s*(?:모두|전부|다)?\s*(?:무시|잊|어기|바꿔|따르지)/,
  /(?:시스템|개발자)\s*(?:프롬프트|메시지|지시|명령)/,
  /(?:너는|넌|당신은)\s*(?:이제|지금)?(?:부터)?\s*\S{0,12}\s*(?:AI|인공지능|챗봇|모델|관리자)(?:야|이다|입니다|이야|로|처럼)/i,
  /(?:긴급도|유형|분류|카테고리|중요도)\S{0,3}\s*\S{0,12}(?:로|으로)\s*(?:분류|설정|표시|출력|처리|바꿔)/,
  /忽略.{0,12}(?:指令|规则|提示|要求)|(?:指示|命令|ルール).{0,6}無視|игнорируй.{0,30}(?:инструкци|правил)|bỏ qua.{0,30}(?:hướng dẫn|quy tắc|chỉ dẫn)/i,
] as const

/**
 * Tells whether a text holds orders to a program. People who complain hardly ever write so, and what does is not put before a
 * model: the local answer, which takes no orders, stands.
 */
export function speaksToMachine(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g, '')
  return TO_A_MACHINE.some((pattern) => pattern.test(plain))
}
