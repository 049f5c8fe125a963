import { randomBytes } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { Client } from 'pg'
import { z } from 'zod'

import { translate } from '../../locales/locales.ts'
import { onKakao, onTheWeb, type Patient, tell, type Telling } from '../support/canary/door.ts'
import {
  lookEverywhere,
  type SentOut,
  settled,
  type Surface,
  SURFACES,
  watchFetch,
} from '../support/canary/surfaces.ts'
import { holds, readWholeDatabase } from '../support/leaks.ts'
import { cardsOf, cardValue, type Loop, startLoop, until } from '../support/loop.ts'
import { AGREES, type Answers } from '../support/patient.ts'

/**
 * Where a canary may turn up: nowhere at all; in the record for whoever has the keys; there and in Slack. One that may
 * turn up must, or the search would prove nothing.
 */
type Reach = 'nowhere' | 'record' | 'slack'
type Canary = { readonly value: string; readonly reach: Reach; readonly of: string }

const ALLOWED: Readonly<Record<Reach, readonly Surface[]>> = {
  nowhere: [],
  record: ['opened'],
  slack: ['opened', 'slack'],
}

const NO = '동의하지 않습니다'
const NOTHING_ABROAD: Answers = { ...AGREES, 'consent.overseas': NO }
const NO_HEALTH: Answers = { ...AGREES, 'consent.health': NO }
const NAMELESS: Answers = { ...AGREES, 'consent.collect': NO, 'anonymous.offer': translate('ko', 'anonymous.yes') }
const GIVES_UP: Answers = { ...NAMELESS, 'anonymous.offer': translate('ko', 'anonymous.no') }
const MAY_BE_CALLED: Answers = { ...AGREES, 'consent.contact': '동의합니다' }

type Filing = Telling & {
  readonly of: string
  readonly door: 'kakao' | 'web'
  readonly canaries: Readonly<Partial<Record<Reach, readonly string[]>>>
}

const WAITED = '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요.'

/** Numbers are invented: birth dates still to come, phones of an unused block, cards and accounts of nobody. */
const FILINGS: readonly Filing[] = [
  {
    of: 'everything agreed to',
    door: 'kakao',
    says: `${WAITED} 크브즈라고 적혀 있었어요. 제 번호는 010-0000-7101이고 저는 남궁혜림입니다. 주민번호는 991101-3710101이에요`,
    answers: AGREES,
    canaries: { nowhere: ['991101-3710101'], record: ['010-0000-7101', '남궁혜림'], slack: ['크브즈'] },
  },
  {
    of: 'everything agreed to, with a card in disguise',
    door: 'web',
    says: `${WAITED} 프느므라고 적혀 있었어요. 사일일일 일일일일 칠칠칠이 이이이이 카드로 냈고 국민은행 720202-01-723456 계좌로 환불해 주세요`,
    answers: AGREES,
    canaries: { nowhere: ['사일일일 일일일일', '4111111177722222', '720202-01-723456'], slack: ['프느므'] },
  },
  {
    of: 'nothing abroad',
    door: 'kakao',
    says: `${WAITED} 스르츠라고 적혀 있었어요. 010 0000 7303으로 제갈온유에게 연락 주세요. 외국인등록번호 ９９１１０３－７７３０３０３`,
    answers: NOTHING_ABROAD,
    canaries: { nowhere: ['991103-7730303'], record: ['스르츠', '010 0000 7303', '제갈온유'] },
  },
  {
    of: 'nothing abroad, on the web',
    door: 'web',
    says: `${WAITED} 트흐스라고 적혀 있었어요. 9 9 1 1 0 4 - 3 7 4 0 4 0 4 이고 여권은 M740A4044 입니다`,
    answers: NOTHING_ABROAD,
    canaries: { nowhere: ['9911043740404', '9 9 1 1 0 4', 'M740A4044'], record: ['트흐스'] },
  },
  {
    of: 'a health story, agreed to',
    door: 'web',
    says: '어제 진료 받고 당뇨 약 때문에 어지러웠는데 의사 선생님이 설명을 안 해줬어요. 브즈트라고 했어요. 구구일일공오 삼칠오공오공오예요',
    answers: { ...AGREES, 'complaint.where': '건너뛰기' },
    canaries: { nowhere: ['구구일일공오', '991105-3750505'], slack: ['브즈트'] },
  },
  {
    of: 'a health story, refused',
    door: 'kakao',
    says: '어제 진료 받고 우울증 약 때문에 어지러웠는데 의사 선생님이 설명을 안 해줬어요. 그므흐라고 했어요',
    answers: NO_HEALTH,
    types: { 'complaint.story': `${WAITED} 드프츠쿰븜라고 적혀 있었어요` },
    canaries: { nowhere: ['그므흐', '우울증'], slack: ['드프츠쿰븜'] },
  },
  {
    of: 'without a name',
    door: 'web',
    says: `${WAITED} 느크브라고 적혀 있었어요. 제 번호는 010-0000-7707이고 저는 선우다온입니다. 카드 4111-1117-7070-7070`,
    answers: NAMELESS,
    canaries: { nowhere: ['4111-1117-7070-7070', '010-0000-7707', '선우다온'], record: ['느크브'] },
  },
  {
    of: 'without a name, on KakaoTalk',
    door: 'kakao',
    says: `${WAITED} 즈르므라고 적혀 있었어요. 공일공 공공공공 칠팔공팔로 연락 주세요`,
    answers: NAMELESS,
    canaries: { nowhere: ['공공공공 칠팔공팔', '01000007808'], record: ['즈르므'] },
  },
  {
    of: 'left before consent',
    door: 'kakao',
    says: `${WAITED} 흐트그라고 적혀 있었어요. 010-0000-7909 독고하람입니다`,
    answers: AGREES,
    leavesAt: 'consent.collect',
    canaries: { nowhere: ['흐트그', '010-0000-7909', '독고하람'] },
  },
  {
    of: 'left before consent, in danger',
    door: 'web',
    says: '간호사가 저를 때렸어요. 츠드느라고 했어요. 010-0000-7010 황보가온입니다',
    answers: {
      ...AGREES,
      'crisis.check': translate('ko', 'crisis.goOn'),
      'crisis.contact': translate('ko', 'crisis.noContact'),
    },
    leavesAt: 'consent.collect',
    canaries: { nowhere: ['츠드느', '010-0000-7010', '황보가온'] },
  },
  {
    of: 'everything refused',
    door: 'kakao',
    says: `${WAITED} 므스크라고 적혀 있었어요. 991111-3711111`,
    answers: GIVES_UP,
    leavesAt: 'nothing',
    canaries: { nowhere: ['므스크', '991111-3711111'] },
  },
  {
    of: 'to be called',
    door: 'web',
    says: `${WAITED} 르브프라고 적혀 있었어요`,
    answers: MAY_BE_CALLED,
    types: { 'contact.phone': '010-0000-7212' },
    canaries: { record: ['01000007212'], slack: ['르브프'] },
  },
]

const ENCRYPTION_KEYS = `canary:${randomBytes(32).toString('base64')}`
const SECRETS = {
  DIRECTLINE_SECRET: `canary-${randomBytes(16).toString('hex')}`,
  LOOKUP_KEY: randomBytes(32).toString('base64'),
  METRICS_TOKEN: `canary-${randomBytes(16).toString('hex')}`,
}

let loop: Loop
let restoreFetch: () => void
const logged: string[] = []
const sentOut: SentOut[] = []
const canaries: Canary[] = []

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  loop = await startLoop({ ...SECRETS, ENCRYPTION_KEYS }, log)
  restoreFetch = watchFetch(loop, sentOut)
})
afterAll(async () => {
  restoreFetch()
  await loop.stop()
})

describe('what people say', () => {
  it.each(FILINGS)('is told and answered: $of', async (filing) => {
    remember(filing.of, filing.canaries)
    const patient = filing.door === 'kakao' ? onKakao(loop.kakao.user(`canary-${filing.of}`)) : await enterWeb()
    const number = await tell(patient, filing)
    if (number === undefined) return
    await answer(number, filing)
    expect((await patient.say('진행 확인')).text).not.toBe('')
  })

  it('without a name stays apart from the same person who later gives one', async () => {
    const patient = await enterWeb()
    const without = { says: `${WAITED} 킁즙븜라고 적혀 있었어요`, answers: NAMELESS }
    const named = { says: `${WAITED} 픕늠슝라고 적혀 있었어요`, answers: AGREES }
    const first = await tell(patient, without)
    const secret = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(patient.heard())?.[0]
    expect([first, secret]).toEqual([expect.any(String), expect.any(String)])
    await patient.say('처음으로')
    await tell(patient, named)

    const { opened } = await readWholeDatabase(loop.database.connectionString, ENCRYPTION_KEYS)
    const transcripts = opened
      .split('\n')
      .filter((line) => line.includes('"bodies"') || line.includes('"conversationId"'))
    expect(transcripts.filter((line) => holds(line, '픕늠슝'))).not.toEqual([])
    for (const canary of ['킁즙븜', secret ?? '', first ?? ''])
      expect(transcripts.filter((line) => holds(line, canary))).toEqual([])
  })

  it('turns up only where its consent reaches', async () => {
    remember('the ids of a client', { record: [CLIENT_ID] })
    await settled(loop)
    expect(findStrays(await look())).toEqual([])
  })
})

describe('secrets', () => {
  it('stand in no log line, table, mail or metric', async () => {
    const everywhere = await look()
    const secrets = [
      ...Object.values(SECRETS),
      ENCRYPTION_KEYS.split(':')[1] ?? '',
      ...tokens,
      ...Object.values(secretsOfStandIns()),
    ]
    for (const surface of ['stored', 'opened', 'log', 'mail', 'metrics'] as const)
      expect(secrets.filter((secret) => everywhere[surface].includes(secret))).toEqual([])
  })
})

describe('the search itself', () => {
  it('finds a leak that is planted', async () => {
    const client = new Client(loop.database.connectionString)
    await client.connect()
    await client.query(
      `insert into receipts select gen_random_uuid(), 'x', null, '제갈온유', true, 'v', '9911 03-7730303', 'ko', 'self', 'web', 'chat', now()`,
    )
    await client.end()
    logged.push('{"err":{"detail":"남궁혜림"}}')
    expect(findStrays(await look())).toEqual([
      'everything agreed to: 남궁혜림 in log',
      'nothing abroad: 991103-7730303 in stored',
      'nothing abroad: 제갈온유 in stored',
    ])
  })
})

function enterWeb(): Promise<Patient> {
  return onTheWeb({
    productUrl: loop.productUrl,
    secret: SECRETS.DIRECTLINE_SECRET,
    clientId: CLIENT_ID,
    onToken: (token) => void tokens.push(token),
  })
}

function look() {
  return lookEverywhere(loop, {
    encryptionKeys: ENCRYPTION_KEYS,
    metricsToken: SECRETS.METRICS_TOKEN,
    sentOut,
    logged,
  })
}

/** Tokens that were given out on the way. */
const tokens: string[] = []

/** What a client may call its own activities. */
const CLIENT_ID = '010-0000-7999'
let answers = 0

/** Claims and answers a ticket, in Slack where it may be read there, else on the desk page. */
async function answer(number: string, { of, answers: given }: Filing): Promise<void> {
  const word =
    ['쿠봏', '푸놓', '수롷', '투홓', '부좋', '구뫃', '두폯', '누쿃', '주룧', '후튷', '추듛', '무슿'][answers++] ?? ''
  const isCovered = given['consent.overseas'] === '동의합니다' && given['consent.collect'] === '동의합니다'
  remember(`the answer to ${of}`, {
    nowhere: ['991212-3721212'],
    [isCovered ? 'slack' : 'record']: [word],
  })
  const text = `알려 주셔서 감사합니다. ${word}에서 살피겠습니다. 주민번호 991212-3721212는 적지 않으셔도 됩니다.`
  const card = await until(() => cardsOf(loop, number)[0], 'The card')
  const haneul = loop.slack.as('U0HANEUL0')
  const at = { channel: card.channel, ts: card.ts, value: cardValue(card) }
  await haneul.click({ ...at, actionId: 'ticket_claim' })
  await haneul.click({ ...at, actionId: 'ticket_view' })
  const link = await until(() => findDeskLink(), 'The desk link')
  tokens.push(link)
  if (isCovered) {
    await haneul.click({ ...at, actionId: 'ticket_reply' })
    await until(() => loop.slack.views('U0HANEUL0')[0], 'The modal')
    await haneul.submit({ text })
    await haneul.submit({})
    return
  }
  const desk = await signIn(link)
  const page = z.object({ text: z.string() }).parse(await desk('PUT', `/desk/api/tickets/${number}/draft`, { text }))
  const { revision } = z.object({ revision: z.number() }).parse(await desk('GET', `/desk/api/tickets/${number}`))
  await desk('POST', `/desk/api/tickets/${number}/answer`, { text: page.text, revision })
}

const used = new Set<string>()

function findDeskLink(): string | undefined {
  const texts = JSON.stringify(loop.slack.ephemerals('U0HANEUL0'))
  const links = texts.matchAll(new RegExp(`${loop.productUrl}/desk/([\\w-]{20,})`, 'g'))
  const link = [...links].map(([, token = '']) => token).findLast((token) => !used.has(token))
  if (link !== undefined) used.add(link)
  return link
}

async function signIn(token: string) {
  const headers = { 'content-type': 'application/json', 'x-sori-desk': '1', origin: loop.productUrl }
  const opened = await fetch(`${loop.productUrl}/desk/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
  })
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  tokens.push(cookie.split('=')[1] ?? '')
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${loop.productUrl}${path}`, {
      method,
      headers: { ...headers, cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    expect(response.status).toBe(200)
    return response.json()
  }
}

function remember(of: string, byReach: Filing['canaries']): void {
  for (const reach of ['nowhere', 'record', 'slack'] as const)
    canaries.push(...(byReach[reach] ?? []).map((value) => ({ value, reach, of })))
}

function findStrays(everywhere: Readonly<Record<Surface, string>>): readonly string[] {
  const surfaces = SURFACES.map((surface) => [surface, everywhere[surface]] as const)
  const strays = canaries.flatMap(({ value, reach, of }) => {
    const found = surfaces.filter(([, text]) => holds(text, value)).map(([surface]) => surface)
    const tooFar = found.filter((surface) => !ALLOWED[reach].includes(surface))
    const lost = ALLOWED[reach].filter((surface) => !found.includes(surface))
    return [
      ...tooFar.map((surface) => `${of}: ${value} in ${surface}`),
      ...lost.map((surface) => `${of}: ${value} not in ${surface}`),
    ]
  })
  return strays.sort()
}

function secretsOfStandIns(): Readonly<Record<string, string>> {
  const { environment } = loop
  const names = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'KAKAO_SKILL_SECRET', 'KAKAO_REST_API_KEY']
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? '']))
}

/** Notes what the product sends out; what comes to it goes the other way. */
