import type { LinearModel } from './linearModel.ts'
import type { SparseVector } from './vocabulary.ts'

/** One thing to learn from: what it is made of, and what it is. */
export type Lesson<Label extends string> = { readonly features: SparseVector; readonly label: Label }

/** The lessons as the inner loops read them: one text after the other. */
type Packed = {
  readonly starts: Uint32Array
  readonly indices: Uint32Array
  readonly values: Float64Array
  /** Squared lengths, the constant feature included. */
  readonly squares: Float64Array
}

const EPOCHS = 8
/** How much a lesson may bend the weights: the less, the plainer the model. */
const COST = 0.5
/** How much rare labels are favoured: 0 not at all, 1 until all weigh the same. */
const BALANCE = 0.3

/**
 * Learns one linear support vector machine per label, that label against the rest, by dual coordinate descent (Hsieh and
 * others, 2008; squared hinge loss). The order of lessons and every sum is fixed, so that the same lessons give the same
 * weights to the last bit.
 *
 * @param size how many features the vocabulary has
 */
export function trainLinear<Label extends string>(
  labels: readonly Label[],
  lessons: readonly Lesson<Label>[],
  size: number,
): LinearModel<Label> {
  const packed = packLessons(lessons)
  const weights = new Int8Array(labels.length * size)
  const scales = new Float64Array(labels.length)
  const biases = new Float64Array(labels.length)
  labels.forEach((label, place) => {
    const learned = separate(
      packed,
      size,
      Int8Array.from(lessons, (lesson) => (lesson.label === label ? 1 : -1)),
    )
    const scale = learned.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1
    scales[place] = scale
    biases[place] = learned.bias
    learned.weights.forEach((weight, index) => {
      weights[index * labels.length + place] = Math.round(weight / scale)
    })
  })
  return { labels, weights, scales, biases }
}

/** @param sides for each lesson 1 where it has the label, else -1 */
function separate(packed: Packed, size: number, sides: Int8Array): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(size)
  const multipliers = new Float64Array(sides.length)
  const having = sides.reduce((count, side) => count + (side === 1 ? 1 : 0), 0)
  const slack = 1 / (2 * COST)
  const slackOfRare = having === 0 ? slack : slack / ((sides.length - having) / having) ** BALANCE
  const random = mulberry32(1)
  const order = Uint32Array.from(sides, (_, place) => place)
  let bias = 0
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random)
    for (const lesson of order) {
      const side = sides[lesson] ?? 1
      const give = side === 1 ? slackOfRare : slack
      const before = multipliers[lesson] ?? 0
      const gradient = side * (bias + dotLesson(packed, lesson, weights)) - 1 + give * before
      const after = Math.max(0, before - gradient / ((packed.squares[lesson] ?? 0) + give))
      const step = (after - before) * side
      if (step === 0) continue
      multipliers[lesson] = after
      bias += step
      addLesson(packed, lesson, weights, step)
    }
  }
  return { weights, bias }
}

function dotLesson({ starts, indices, values }: Packed, lesson: number, weights: Float64Array): number {
  let sum = 0
  const end = starts[lesson + 1] ?? 0
  for (let at = starts[lesson] ?? 0; at < end; at += 1) sum += (weights[indices[at] ?? 0] ?? 0) * (values[at] ?? 0)
  return sum
}

function addLesson({ starts, indices, values }: Packed, lesson: number, weights: Float64Array, step: number): void {
  const end = starts[lesson + 1] ?? 0
  for (let at = starts[lesson] ?? 0; at < end; at += 1) {
    const index = indices[at] ?? 0
    weights[index] = (weights[index] ?? 0) + step * (values[at] ?? 0)
  }
}

function packLessons(lessons: readonly Lesson<string>[]): Packed {
  const starts = new Uint32Array(lessons.length + 1)
  lessons.forEach(({ features }, place) => {
    starts[place + 1] = (starts[place] ?? 0) + features.indices.length
  })
  const indices = new Uint32Array(starts[lessons.length] ?? 0)
  const values = new Float64Array(indices.length)
  lessons.forEach(({ features }, place) => {
    indices.set(features.indices, starts[place])
    values.set(features.values, starts[place])
  })
  const squares = Float64Array.from(lessons, ({ features }) =>
    features.values.reduce((sum, value) => sum + value * value, 1),
  )
  return { starts, indices, values, squares }
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
}

/** Numbers from 0 up to 1, the same in every run. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
