import { setTimeout as pause } from 'node:timers/promises'

import type { BotMessage, KakaoSimulator, KakaoUser, PhoneMessage } from 'kakao-chatbot-skill-sdk/simulator'

import { AGREES } from './patient.ts'
import { seededRandom } from './seededRandom.ts'

const STORIES = [
  '어제 오후에 원무과 수납에서 한 시간 넘게 기다렸어요',
  '오늘 아침 2층 화장실 바닥에 물이 고여 있었어요',
  '어제 점심에 나온 국이 다 식어 있었어요',
  '그저께 주차장 안내가 없어서 헤맸습니다',
]
const SLOW_MS = 1_200
const SHARE = 0.05
const MAX_TURNS = 30
const NUMBER = /V\d{2}-[0-9A-Z]{7}/

export type CrowdOptions = {
  readonly people: number
  /** How long somebody reads before they answer, at least and at most. */
  readonly thinkMs: readonly [number, number]
}

/** What a crowd saw. */
export type CrowdReport = {
  /** The number each person was shown, in order. */
  readonly numbers: readonly string[]
  /** How long each turn took, without the delay the network was given, ascending. */
  readonly turnsMs: readonly number[]
  readonly duplicated: number
  readonly slowed: number
  readonly dropped: number
}

/**
 * People who all tell a complaint on KakaoTalk at the same time, while of the calls one in twenty comes twice, one in
 * twenty is slow on its way, and of one in twenty the answer gets lost. Who sees no answer types the same again.
 *
 * @throws with what was said, where somebody came to no number
 */
export async function runCrowd(kakao: KakaoSimulator, { people, thinkMs }: CrowdOptions): Promise<CrowdReport> {
  const random = seededRandom(people)
  const counts = { duplicated: 0, slowed: 0, dropped: 0 }
  const slowedFor = new Map<string, number>()
  const turnsMs: number[] = []
  kakao.faults.set(({ kind, userId = '' }) => {
    slowedFor.set(userId, 0)
    const lot = kind === 'skill' ? random() : 1
    if (lot < SHARE) return count('duplicated', { duplicate: true })
    if (lot < 2 * SHARE) {
      slowedFor.set(userId, SLOW_MS)
      return count('slowed', { slowMs: SLOW_MS })
    }
    return lot < 3 * SHARE ? count('dropped', { dropAnswers: true }) : {}
  })

  function count<T>(what: keyof typeof counts, faults: T): T {
    counts[what] += 1
    return faults
  }

  async function turn(phone: KakaoUser, act: () => Promise<BotMessage | undefined>): Promise<BotMessage | undefined> {
    const since = performance.now()
    const shown = await act()
    turnsMs.push(performance.now() - since - (slowedFor.get(phone.id) ?? 0))
    return shown
  }

  async function think(): Promise<void> {
    const [least, most] = thinkMs
    await pause(least + random() * (most - least))
  }

  async function complain(index: number): Promise<string> {
    const phone = kakao.user(`crowd-${index}`)
    await think()
    let words = STORIES[index % STORIES.length] ?? ''
    let shown = await turn(phone, () => phone.say(words))
    for (let turns = 0; turns < MAX_TURNS; turns += 1) {
      const number = shown && NUMBER.exec(JSON.stringify(shown.outputs))?.[0]
      if (number !== undefined) return number
      await think()
      if (shown) {
        words = answerTo(shown)
        shown = await turn(phone, () => phone.tapQuickReply(words))
      } else shown = await turn(phone, () => phone.say(words))
    }
    throw new Error(`Somebody came to no number:\n${phone.messages.map(toLine).join('\n')}`)
  }

  const numbers = await Promise.all(Array.from({ length: people }, (_, index) => complain(index)))
  kakao.faults.set({})
  return { numbers, turnsMs: turnsMs.toSorted((a, b) => a - b), ...counts }
}

function toLine(message: PhoneMessage): string {
  if (message.from === 'user') return `> ${message.text}`
  return `${String(message.data['prompt'])}: ${JSON.stringify(message.outputs).slice(0, 120)}`
}

// Whoever is back at the menu goes on with what they told, or has filed it and did not see that.
function answerTo({ data, quickReplies }: BotMessage): string {
  const wanted = [AGREES[String(data['prompt'])], '더 보기', '이어서 쓰기', '진행 확인']
  const labels = quickReplies.map(({ label }) => label)
  return wanted.find((label) => label !== undefined && labels.includes(label)) ?? '처음으로'
}

/** The value below which a share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
