import { findWhen } from '../../skills/understanding/findWhen.ts'
import { findWhere } from '../../skills/understanding/findWhere.ts'
import type { When } from '../../src/tickets/ticket.ts'
import { readPhone } from '../reading.ts'

/** A part of what was told that can be put right by words. */
export type Part = 'story' | 'when' | 'where' | 'wish' | 'phone'

/** What somebody put right: a part and what it is instead, a part to be asked again, or whose matter it is. */
export type Correction =
  | { readonly kind: 'when'; readonly when: When }
  | { readonly kind: 'where'; readonly where: string }
  | { readonly kind: 'wish'; readonly wish: string }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'patient'; readonly relation: 'family' | 'self' | undefined }
  | { readonly kind: 'again'; readonly part: Part }

/** What was said, as heard and as it may be kept, and when. */
type Said = { readonly heard: string; readonly text: string; readonly now: Date }

const MAX_CHARS = 80
const SHORT_MAX_CHARS = 30

const INSTEAD =
  /^(?<was>.*?)(?:말고요?|(?:이|가|은|는)?\s?아니(?:라|고요?|구요?|었고|에요|예요|야)|(?:이|가)?\s?아닙니다|(?:이|가)?\s?아녜요|(?:이|가)?\s?아닌)[\s,.]*(?<is>.*)$/s
const INSTEAD_EN =
  /^(?:no,?\s)?(?:it (?:was|is) )?not\s(?<was>.+?)(?:,\s?(?:but\s)?|\sbut\s)(?<is>.+)$|^(?:no,?\s)?(?:it (?:was|is) )?(?<is2>[^,]+?),?\s(?:and\s)?not\s(?<was2>.+)$/is
const LEAD_IN =
  /^(?:아니[요오]?|아뇨|아\s?아니|아\s?참|아차|참|정정(?:할게요|합니다|이요)?|다시|(?:제가\s?)?잘못\s?(?:적|썼|말|눌)\S*|수정(?:할게요|합니다|이요)?|죄송(?:해요|합니다|한데|하지만)?|no|sorry|actually|correction|i mean[t]?)[\s,.!:]+(?<is>.+)$/is
/** Endings that may follow a day or a place that is all of a message. */
const ENDING =
  /^[\s,.]*(?:에서|에|날|쯤|경|정도|무렵|이|였|었|던|인|것|거|같|아|어|요|예|에|입니다|습니다|합니다|네|데|죠|고|때)*[\s.!~^?]*$/
/** Each part by its name, and what may stand around it when somebody says that it is wrong. */
const PARTS: readonly (readonly [Part, string])[] = [
  ['phone', '전화번호|연락처|휴대폰\\s?번호|핸드폰\\s?번호|폰\\s?번호|번호(?!표)|phone(?: number)?|number'],
  ['when', '날짜|날|시간|시각|언제(?:인지)?|date|day|time'],
  ['where', '장소|위치|층|층수|어디(?:인지)?|place|location'],
  ['wish', '바라는\\s?(?:점|것|거)|원하는\\s?(?:점|것|거)|요구\\s?사항|wish'],
  ['story', '내용|글|이야기|얘기|text|story|message'],
]
const BEFORE_PART =
  '(?:(?:아니|아|참|저기|죄송한데|그|제|제가|앞에|아까|방금|위에|적은|쓴|말한|no|sorry|the|my)[\\s,.]*)*'
const AFTER_PART =
  '(?:을|를|이|가|은|는|도)?\\s?(?:좀\\s?|다시\\s?|제가\\s?|is\\s|was\\s)*(?:틀렸|틀린|잘못|고치|고칠|고쳐|바꾸|바꿀|바꿔|수정|정정|다시\\s?(?:쓸|쓰|적|말)|wrong)'
const CHANGE_EN = "(?:i(?: want|'d like| need) to |can i |please |let me )?(?:change|correct|edit|fix) (?:the |my )?"
const WISH =
  /^(?:제가\s?)?(?:바라는|원하는)\s?(?:(?:점|것|거|바)(?:은|는|이)|건|게)\s+(?<wish>.{2,})$|^what i (?:want|would like) is\s(?<wishEn>.{2,})$/is
const KIN =
  /어머니|어머님|엄마|아버지|아버님|아빠|할머니|할아버지|시어머니|시아버지|장모|장인|남편|아내|집사람|부모님|형|누나|언니|오빠|동생|mother|father|mom|dad|husband|wife|parents?|grand(?:mother|father)|brother|sister/i
const CHILD = /아들|딸|아이|애기|아기|손자|손녀|우리\s?애|\bson\b|daughter|child|baby/i
const SELF = /^\s*(?:제|저|나|내|본인|me\b|my own|mine|myself)/i

/** Reads what a message puts right of what was told before; undefined where it puts nothing right. */
export function readCorrection(said: Said): Correction | undefined {
  const { text } = said
  if (text.trim().length > MAX_CHARS) return undefined
  return readContrast(said) ?? readLeadIn(said) ?? readWish(text) ?? readWrongPart(said)
}

/** Reads a message that is nothing but a day or a place, such as "그저께였어요". */
export function readBarePart({ heard, text, now }: Said): Correction | undefined {
  const when = findWhen(heard, now)
  if (when && ENDING.test(heard.replace(when.text, ''))) return { kind: 'when', when }
  const where = findWhere(text)
  return where !== undefined && ENDING.test(text.replace(where, '')) ? { kind: 'where', where } : undefined
}

// "X 말고 Y", "X가 아니라 Y", "not X but Y": both name the same kind of thing, or it is no correction but a story.
function readContrast({ heard, text, now }: Said): Correction | undefined {
  const said = splitContrast(heard)
  if (said && findWhen(said.was, now)) {
    const when = findWhen(said.is, now)
    return when ? { kind: 'when', when } : reask('when', said.is)
  }
  const kept = splitContrast(text)
  if (!kept) return undefined
  if (findWhere(kept.was) === undefined) return readPatient(kept.was, kept.is)
  const where = findWhere(kept.is)
  return where === undefined ? reask('where', kept.is) : { kind: 'where', where }
}

function reask(part: Part, is: string): Correction | undefined {
  return ENDING.test(is) ? { kind: 'again', part } : undefined
}

function splitContrast(text: string): { readonly was: string; readonly is: string } | undefined {
  const groups = INSTEAD.exec(text)?.groups ?? INSTEAD_EN.exec(text)?.groups
  const was = groups?.['was'] ?? groups?.['was2'] ?? ''
  return was.trim() === '' ? undefined : { was, is: groups?.['is'] ?? groups?.['is2'] ?? '' }
}

function readPatient(was: string, is: string): Correction | undefined {
  const wasSelf = SELF.test(was.replace(LEAD_IN, '$<is>').replace(/^(?:아니[요오]?|아뇨|no)[\s,]*/i, ''))
  if (wasSelf && KIN.test(is)) return { kind: 'patient', relation: 'family' }
  if (wasSelf && CHILD.test(is)) return { kind: 'patient', relation: undefined }
  return (KIN.test(was) || CHILD.test(was)) && SELF.test(is) ? { kind: 'patient', relation: 'self' } : undefined
}

function readLeadIn({ heard, text, now }: Said): Correction | undefined {
  const is = LEAD_IN.exec(text)?.groups?.['is']
  if (is === undefined || is.length > SHORT_MAX_CHARS) return undefined
  const phone = readPhone(heard)
  if (phone !== undefined) return { kind: 'phone', phone }
  return readBarePart({ heard: LEAD_IN.exec(heard)?.groups?.['is'] ?? heard, text: is, now })
}

function readWish(text: string): Correction | undefined {
  const groups = WISH.exec(text.trim())?.groups
  const wish = groups?.['wish'] ?? groups?.['wishEn']
  return wish === undefined ? undefined : { kind: 'wish', wish }
}

// "날짜가 틀렸어요", "번호를 010-…으로 바꿔 주세요", "change the date".
function readWrongPart({ heard, text }: Said): Correction | undefined {
  const part = PARTS.find(([, name]) => saysWrong(name).test(text.trim()))?.[0]
  if (part === undefined) return undefined
  const phone = part === 'phone' ? readPhone(heard) : undefined
  if (phone !== undefined) return { kind: 'phone', phone }
  return text.length <= SHORT_MAX_CHARS ? { kind: 'again', part } : undefined
}

function saysWrong(name: string): RegExp {
  return new RegExp(
    `^${BEFORE_PART}(?:${name})(?:${AFTER_PART}|.*(?:으로|로)\\s?(?:바꿔|고쳐|해))|^${CHANGE_EN}(?:${name})`,
    'is',
  )
}
