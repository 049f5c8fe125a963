import { speak } from '../../../locales/locales.ts'
import type { Language } from '../../../src/tickets/ticket.ts'
import type { Answers } from '../patient.ts'
import { seededRandom } from '../seededRandom.ts'
import type { Telling } from './door.ts'

/**
 * Where a canary may turn up: nowhere at all; in the record for whoever has the keys; there and in Slack. One that may
 * turn up must, or the search would prove nothing.
 */
export type Reach = 'nowhere' | 'record' | 'slack'

/** One filing, and where what was said in it may turn up. */
export type CanaryFiling = Telling & {
  readonly of: string
  readonly door: 'kakao' | 'web'
  readonly canaries: Readonly<Partial<Record<Reach, readonly string[]>>>
}

type Kind = {
  readonly type: string
  readonly isNeverKept: boolean
  /** A value nobody else says, as text and in the sentence it is said in. */
  readonly make: (n: number, random: () => number) => Said
}

/** A value, and the sentences it is said in; `english` where somebody would say it in English. */
type Said = { readonly value: string; readonly sentence: string; readonly english?: string }

const SYLLABLES = Array.from('그느드르므브스즈츠크트프흐긔늬듸릐믜븨싀')

/** A word that no language has, one for each number. */
function coined(n: number, first = 0): string {
  const at = (place: number): string =>
    SYLLABLES[(Math.floor(n / SYLLABLES.length ** place) + first) % SYLLABLES.length] ?? ''
  return `${at(0)}${at(1)}${at(2)}`
}

/** Syllables of given names: four hundred people of one rare family. */
const FIRSTS = Array.from('가나다라유시아자하서지민현은예도주수태소')
const SECONDS = Array.from('온율린솔별찬결빈원준겸담희윤진훈경영수호')

const digits = (n: number, length: number): string => String(n).padStart(length, '0').slice(-length)
const birth = (n: number): string => `${30 + (n % 60)}${digits((n % 12) + 1, 2)}${digits((n % 28) + 1, 2)}`

const SPOKEN = Array.from('공일이삼사오육칠팔구')
const DISGUISES: readonly ((plain: string) => string)[] = [
  (plain) => plain,
  (plain) => plain.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (plain) => plain.replaceAll(/\d(?=\d)/g, '$& '),
  (plain) => plain.replaceAll(/\d/g, (digit) => SPOKEN[Number(digit)] ?? ''),
  (plain) => plain.replaceAll('-', ' . '),
  (plain) => plain.replaceAll(/\d/g, (digit) => `${digit}\ufe0f\u20e3`),
  (plain) => plain.replaceAll(/\d/g, (digit, place: number) => (place % 2 ? digit : (SPOKEN[Number(digit)] ?? ''))),
]

/** Every kind of personal data, invented: births still to come, numbers of nobody. */
const KINDS: readonly Kind[] = [
  neverKept(
    'rrn',
    (n) => `${birth(n)}-3${digits(n * 37 + 5, 6)}`,
    (value) => `주민번호는 ${value} 입니다`,
    'my resident registration number is',
  ),
  neverKept(
    'foreigner_no',
    (n) => `${birth(n)}-7${digits(n * 41 + 7, 6)}`,
    (value) => `외국인등록번호 ${value} 이에요`,
    'my alien registration number is',
  ),
  neverKept(
    'card',
    (n) => `5${digits(n * 7, 3)}-${digits(n * 13 + 1111, 4)}-${digits(n * 17 + 2222, 4)}-${digits(n, 4)}`,
    (value) => `카드번호 ${value} 로 냈어요`,
    'I paid with card number',
  ),
  neverKept(
    'account',
    (n) => `${digits(n * 3 + 700_000, 6)}-01-${digits(n * 11 + 400_000, 6)}`,
    (value) => `국민은행 계좌 ${value} 로 환불해 주세요`,
  ),
  neverKept(
    'driver_license',
    (n) => `${11 + (n % 17)}-${digits(n % 90, 2)}-${digits(n * 19 + 300_000, 6)}-${digits(n % 97, 2)}`,
    (value) => `면허번호 ${value} 예요`,
  ),
  {
    type: 'passport',
    isNeverKept: true,
    make: (n) => {
      const value = `M${digits(n + 100, 3)}A${digits(n * 23 + 1000, 4)}`
      return { value, sentence: `여권은 ${value} 입니다`, english: `my passport is ${value}` }
    },
  },
  said(
    'phone',
    (n) => `010-0000-${digits(n * 3 + 1000, 4)}`,
    (value) => `제 번호는 ${value} 입니다`,
    'my phone number is',
  ),
  said(
    'email',
    (n) => `canary${n}@mail.example`,
    (value) => `메일은 ${value} 이에요`,
    'my e-mail is',
  ),
  said(
    'address',
    (n) => `서울시 마포구 ${coined(n, 3)}로 12`,
    (value) => `주소는 ${value} 입니다`,
  ),
  said(
    'patient_no',
    (n) => digits(n * 29 + 20_000_000, 8),
    (value) => `등록번호는 ${value} 입니다`,
    'my patient number is',
  ),
  said(
    'name',
    (n) => `남궁${FIRSTS[n % FIRSTS.length] ?? ''}${SECONDS[Math.floor(n / FIRSTS.length) % SECONDS.length] ?? ''}`,
    (value) => `${value} 환자입니다`,
  ),
  said(
    'birthdate',
    (n) => `19${40 + (n % 50)}년 ${(n % 12) + 1}월 ${(n % 28) + 1}일`,
    (value) => `${value}생이에요`,
  ),
  said(
    'car_plate',
    (n) => `${100 + (n % 600)}가 ${digits(n * 31 + 1000, 4)}`,
    (value) => `차량번호 ${value} 입니다`,
  ),
]

function neverKept(
  type: string,
  plain: (n: number) => string,
  sentence: (value: string) => string,
  english?: string,
): Kind {
  const make: Kind['make'] = (n, random) => {
    const disguise = DISGUISES[Math.floor(random() * DISGUISES.length)] ?? ((same: string) => same)
    const value = disguise(plain(n))
    return { value, sentence: sentence(value), ...(english === undefined ? {} : { english: `${english} ${value}` }) }
  }
  return { type, isNeverKept: true, make }
}

function said(type: string, plain: (n: number) => string, sentence: (value: string) => string, english?: string): Kind {
  const inEnglish = (value: string) => (english === undefined ? {} : { english: `${english} ${value}` })
  return {
    type,
    isNeverKept: false,
    make: (n) => ({ value: plain(n), sentence: sentence(plain(n)), ...inEnglish(plain(n)) }),
  }
}

/** What becomes of a filing; every combination of answers comes round. */
type Fate = {
  readonly named: boolean
  readonly health: boolean
  readonly overseas: boolean
  readonly contact: boolean
  readonly leavesAt?: string
}

const FATES: readonly Fate[] = [
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
    named: true,
    health: (bits & 1) === 0,
    overseas: (bits & 2) === 0,
    contact: (bits & 4) !== 0,
  })),
  { named: false, health: false, overseas: false, contact: false },
  { named: false, health: false, overseas: false, contact: false, leavesAt: 'consent.collect' },
  { named: false, health: false, overseas: false, contact: false, leavesAt: 'nothing' },
]

const STORIES = {
  ko: {
    waited: '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요.',
    ill: '어제 당뇨 약 때문에 어지러웠는데 수납에서 한 시간 기다렸어요.',
    sign: (word: string) => `${word}라고 적혀 있었어요`,
  },
  en: {
    waited: 'Yesterday afternoon I waited over an hour at the billing counter.',
    ill: 'Yesterday I was dizzy from my diabetes medicine and waited an hour at the billing counter.',
    sign: (word: string) => `The sign said ${word}`,
  },
} as const
const KINDS_EACH = 4
const NOBODY: Fate = { named: false, health: false, overseas: false, contact: false }

/** `count` filings that nobody wrote by hand: the same ones for the same count. */
export function makeFilings(count: number): readonly CanaryFiling[] {
  const random = seededRandom(20261122)
  return Array.from({ length: count }, (_, n) => makeFiling(n, random))
}

function makeFiling(n: number, random: () => number): CanaryFiling {
  const fate = FATES[n % FATES.length] ?? NOBODY
  const language: Language = n % 5 === 4 ? 'en' : 'ko'
  const { waited, ill, sign } = STORIES[language]
  const parts = partsOf(n, random, language)
  const isIll = n % 3 === 0
  const isTakenBack = isIll && fate.named && !fate.health
  const kept = `${coined(n)}${isTakenBack ? '쿰' : '봄'}`
  const personal = parts.filter(({ isNeverKept }) => !isNeverKept).map(({ value }) => value)
  const isKept = fate.named && !isTakenBack
  const phone = `010-0001-${digits(n, 4)}`
  // A number told in the story is not asked for again.
  const isAsked = fate.named && fate.contact && !(isKept && parts.some(({ type }) => type === 'phone'))
  const reach: Reach = fate.named && fate.overseas ? 'slack' : 'record'
  const isFiled = fate.leavesAt === undefined
  const split = splitOff(n, language)
  const told = [isIll ? ill : waited, ...(isTakenBack ? [] : [`${sign(kept)}.`])]
  return {
    of: `${n}: ${JSON.stringify(fate)}${isIll ? ' of health' : ''}, ${language}, ${parts.map(({ type }) => type).join(' ')}`,
    door: n % 2 === 0 ? 'kakao' : 'web',
    says: [...told, ...parts.map(({ sentence }) => `${sentence}.`), ...(split ? [split.begins] : [])].join(' '),
    goesOn: split ? [split.ends] : [],
    answers: answersOf(language, fate),
    types: { 'complaint.story': `${waited} ${sign(kept)}`, 'contact.phone': phone },
    ...(fate.leavesAt === undefined ? {} : { leavesAt: fate.leavesAt }),
    canaries: {
      nowhere: [
        ...parts.filter(({ isNeverKept }) => isNeverKept).map(({ value }) => value),
        ...(split ? [split.ends] : []),
        ...(isKept ? [] : personal),
        ...(isFiled ? [] : [kept]),
      ],
      record: [
        ...(isKept ? personal : []),
        ...(isAsked ? [phone.replaceAll('-', '')] : []),
        ...(isFiled && reach === 'record' ? [kept] : []),
      ],
      slack: isFiled && reach === 'slack' ? [kept] : [],
    },
  }
}

/** What is said of whom: a few kinds each, every kind in turn. */
function partsOf(n: number, random: () => number, language: Language) {
  const kinds = KINDS.map((_, place) => KINDS[(n * KINDS_EACH + place) % KINDS.length]).filter(
    (kind) => kind !== undefined,
  )
  return kinds
    .map((kind) => ({ ...kind, ...kind.make(n, random) }))
    .flatMap((part) =>
      language === 'ko' ? [part] : part.english === undefined ? [] : [{ ...part, sentence: part.english }],
    )
    .slice(0, KINDS_EACH)
}

/** A resident number said over two messages, by some. */
function splitOff(n: number, language: Language): { readonly begins: string; readonly ends: string } | undefined {
  if (n % 7 !== 3 || language === 'en') return undefined
  return { begins: `주민번호는 ${birth(n)}`, ends: `3${digits(n * 43 + 11, 6)}` }
}

function answersOf(language: Language, { named, health, overseas, contact, leavesAt }: Fate): Answers {
  const t = speak(language)
  const yesOrNo = (isYes: boolean): string => t(isYes ? 'choice.agree' : 'choice.disagree')
  return {
    'age.check': t('age.adult'),
    'complaint.when': t('when.yesterday'),
    'complaint.where': t('choice.skip'),
    'confirm.summary': t('summary.submit'),
    'consent.collect': yesOrNo(named || leavesAt === 'consent.collect'),
    'consent.health': yesOrNo(health),
    'consent.overseas': yesOrNo(overseas),
    'consent.contact': yesOrNo(contact),
    'anonymous.offer': t(leavesAt === undefined ? 'anonymous.yes' : 'anonymous.no'),
  }
}
