import { GIVEN_PARTS } from '../../../../skills/privacy/names/givenNames.ts'

/** A repeatable source of chance. */
export type Chance = {
  /** At least 0, below 1. */
  next(): number
  pick(items: readonly string[]): string
}

/** mulberry32: small, and the same on every machine. */
export function createChance(seed: number): Chance {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, pick: (items) => items[Math.floor(next() * items.length)] ?? '' }
}

const COMMON_FAMILIES = Array.from('김김김김이이이박박최정강조윤장임한오서신권황안송전홍')
const RARE_FAMILIES = [
  ...Array.from(
    '유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연표명반왕금육인탁국어은편용맹기봉경사부빈옥복라피예모위제좌팽갈',
  ),
  '남궁',
  '황보',
  '제갈',
  '선우',
  '독고',
  '사공',
  '서문',
  '동방',
  '어금',
  '망절',
]
const COMMON_SHARE = 0.55
const USUAL_SHARE = 0.4
const NATIVE_SHARE = 0.6

/** A full name of two to four syllables as somebody could have it. */
export function inventName(chance: Chance): string {
  const family = chance.pick(chance.next() < COMMON_SHARE ? COMMON_FAMILIES : RARE_FAMILIES)
  const kind = chance.next()
  if (kind < USUAL_SHARE) return family + chance.pick(GIVEN_PARTS.usual)
  if (kind < NATIVE_SHARE) return family + chance.pick(GIVEN_PARTS.native)
  return family + chance.pick(GIVEN_PARTS.first) + chance.pick(GIVEN_PARTS.last)
}
