/** Mulberry32: the same numbers on every run. */
export const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Numbers from 0 up to 1. */
export type Random = () => number

/** One of some items. */
export const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item

const hostileTexts = [
  '',
  ' ',
  '\n',
  'sys.date',
  '가'.repeat(2000),
  '👨‍👩‍👧‍👦'.repeat(50),
  '\u0000\u202e',
  '\ud800',
  'https://dn-m.talk.kakao.com/talkm/a.jpg',
  'List(http://127.0.0.1/)',
  '{"date":"2026-02-30"}',
  '['.repeat(500),
  '__proto__',
]

/** Any JSON value, nested a few levels deep. */
export const anyJson = (random: Random, depth = 3): unknown => {
  const list = () => Array.from({ length: Math.floor(random() * 4) }, () => anyJson(random, depth - 1))
  const record = () =>
    Object.fromEntries(list().map((value, at) => [pick(random, ['id', 'value', 'a', `k${at}`]), value]))
  return pick<() => unknown>(random, [
    () => null,
    () => true,
    () => pick(random, [0, -1, 1e308, 7.5]),
    () => pick(random, hostileTexts),
    ...(depth > 0 ? [list, record] : []),
  ])()
}

/** The value with some of its parts removed, replaced or added. */
export const mutate = (random: Random, value: unknown, chance = 0.06): unknown => {
  if (random() < chance) return anyJson(random)
  if (Array.isArray(value)) return value.map((item) => mutate(random, item, chance))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(() => random() >= chance / 3)
  const mutated = kept.map(([key, item]: [string, unknown]) => [key, mutate(random, item, chance)] as const)
  return Object.fromEntries(random() < chance ? [...mutated, ['unheard', anyJson(random)]] : mutated)
}

/** The text as bytes, some of which are other bytes; or cut off. */
export const spoil = (random: Random, text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new TextEncoder().encode(text)
  if (random() < 0.3) return bytes.slice(0, Math.floor(random() * bytes.length))
  for (let times = 0; times < 3 && random() < 0.7; times += 1) {
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  }
  return bytes
}
