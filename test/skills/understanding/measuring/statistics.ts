/** A measured value between 0 and 1 and the 95 % interval it lies in. */
export type Measured = { readonly value: number; readonly low: number; readonly high: number; readonly of: number }

const Z = 1.959964
const RESAMPLES = 1_000

/** The share of `hits` among `of`, with Wilson's interval. */
export function share(hits: number, of: number): Measured {
  if (of === 0) return { value: 0, low: 0, high: 1, of }
  const value = hits / of
  const middle = (value + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of)
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((value * (1 - value)) / of + (Z * Z) / (4 * of * of))
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of }
}

/** Any statistic with a percentile interval over resampled items, the same in every run. */
export function bootstrap<T>(items: readonly T[], statistic: (items: readonly T[]) => number): Measured {
  const random = mulberry32(20261122)
  const values = Array.from({ length: RESAMPLES }, () =>
    statistic(items.map(() => items[Math.floor(random() * items.length)]!)),
  ).toSorted((a, b) => a - b)
  return {
    value: statistic(items),
    low: values[Math.floor(RESAMPLES * 0.025)] ?? 0,
    high: values[Math.floor(RESAMPLES * 0.975)] ?? 1,
    of: items.length,
  }
}

/** The mean of the labels' F1 scores; labels that never occur do not count. */
export function macroF1(pairs: readonly { readonly truth: string; readonly guess: string }[]): number {
  const labels = [...new Set(pairs.map(({ truth }) => truth))]
  const scores = labels.map((label) => {
    const both = pairs.filter(({ truth, guess }) => truth === label && guess === label).length
    const either =
      pairs.filter(({ truth }) => truth === label).length + pairs.filter(({ guess }) => guess === label).length
    return (2 * both) / either
  })
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
