import type { PersonalDataType } from '../personalData.ts'

/** What the words beside a number call it. `other` is anything with digits that names nobody: a waiting number, a bill. */
export type Label = Extract<
  PersonalDataType,
  'rrn' | 'foreigner_no' | 'passport' | 'driver_license' | 'card' | 'phone' | 'account' | 'patient_no' | 'birthdate'
>
export type NamedLabel = { readonly label: Label | 'other'; readonly distance: number }

const BANK =
  '계좌|예금주?|통장|가상\\s?계좌|은행|뱅크|국민|신한|우리은행|하나은행|농협|기업은행|기업|수협|새마을|신협|우체국|카카오|카뱅|케이뱅크|토스|씨티|제일|SC|산업은행|부산은행|대구은행|광주은행|전북은행|경남은행|iM뱅크|저축은행|account|\\bbank\\b|\\biban\\b|kookmin|shinhan|woori|nonghyup|kakaobank|hana bank'
const WORDS: Readonly<Record<Label | 'other', RegExp>> = {
  foreigner_no: pattern(
    '외국인\\s?등록|체류\\s?카드|외국인\\s?번호|등록\\s?외국인|거소\\s?신고|\\barc\\b|alien(?:\\s?registration)?|foreigner?(?:\\s?registration)?|residence card',
  ),
  rrn: pattern('주민|주번|민증|앞\\s?자리|뒷\\s?자리|resident|\\brrn\\b|jumin|national id'),
  passport: pattern('여권|패스포트|passport'),
  driver_license: pattern('면허|driv\\w+|licen[cs]e'),
  patient_no: pattern(
    '(?<!사업자\\s?|주민\\s?|외국인\\s?|차량\\s?|법인\\s?|주차\\s?)등록\\s?번호|(?:환자|차트|챠트|병록|진찰권|병원|팔찌|손목띠)\\s?번호|환번|환자\\s?(?:아이디|id\\b)|차트\\s?(?=\\d)|진찰권|환자\\s?등록|차트\\s?넘버|진료\\s?카드(?:에\\s?적힌)?(?:\\s?(?:번호|숫자))?|chart(?:\\s?(?:number|num|no|id))?|patient\\s?(?:no|num|id|#)|medical record|\\bmrn\\b|hospital (?:number|id)|(?<!alien |resident |foreign\\w* |vehicle |car )registration (?:number|no)',
  ),
  card: pattern('카드|비자|마스터카드|\\bcard\\b|\\bvisa\\b|amex|mastercard'),
  phone: pattern(
    '연락처|핸드폰|핸폰|휴대폰|휴대전화|휴대\\s?번호|폰\\s?번호|폰번|전화\\s?번호|전번|연락\\s?번호|집\\s?전화|지역\\s?번호|전화\\s?[은는:]?\\s?(?=[\\d+(])|전화는|폰은|\\bphone|\\bmobile|\\bcell|call me|text me|reach me',
  ),
  account: pattern(BANK),
  birthdate: pattern('생년\\s?월일|생일|출생|\\bborn\\b|\\bdob\\b|birth'),
  other: pattern(
    '예약\\s?번호|예약|접수|대기|영수증|승인|주문|송장|운송장|택배|문서|관리\\s?번호|일련|사업자|법인|사번|내선|우편|바코드|보험증|증권|모델|시리얼|순번|민원\\s?번호|사건|receipt|booking|order|tracking|invoice|ticket|waiting|extension|serial|reference|\\bref\\b',
  ),
}
const REACH_BEFORE = 38
const REACH_AFTER = 14
const REACH_ANOTHER = 40
/** "등록번호 9900112 하고 9900211": the label holds for the second number, too. */
const AND_ANOTHER = /[\d-]{5,}\s?(?:하고|이랑|랑|이고|와|과|및|,|and|or|또는|아니면)\s?$/

/** A label with where it stands in its text. */
export type PlacedLabel = { readonly label: Label | 'other'; readonly start: number; readonly end: number }

/** Every word of the text that says what a number is. */
export function findLabels(text: string): readonly PlacedLabel[] {
  return Object.entries(WORDS).flatMap(([label, words]) =>
    Array.from(text.matchAll(words), ({ 0: word, index }) => ({
      label: label as Label | 'other',
      start: index,
      end: index + word.length,
    })),
  )
}

/** The label closest before the number that begins at `start`; on a tie the longer word. */
export function labelBefore(text: string, start: number, labels: readonly PlacedLabel[]): NamedLabel | undefined {
  const another = AND_ANOTHER.exec(text.slice(Math.max(0, start - REACH_ANOTHER), start))
  const end = start - (another?.[0].length ?? 0)
  return nearest(
    labels.filter((label) => label.end <= end && label.start >= end - REACH_BEFORE),
    (label) => end - label.end - Math.min(label.end - label.start, 20) / 100,
  )
}

/** The label closest after the number that ends at `end`. */
export function labelAfter(end: number, labels: readonly PlacedLabel[]): NamedLabel | undefined {
  return nearest(
    labels.filter((label) => label.start >= end && label.end <= end + REACH_AFTER),
    (label) => label.start - end,
  )
}

function nearest(labels: readonly PlacedLabel[], measure: (label: PlacedLabel) => number): NamedLabel | undefined {
  let closest: NamedLabel | undefined
  for (const label of labels) {
    const distance = measure(label)
    if (!closest || distance < closest.distance) closest = { label: label.label, distance }
  }
  return closest
}

function pattern(words: string): RegExp {
  return new RegExp(words, 'gi')
}
