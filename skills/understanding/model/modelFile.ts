import { readFileSync } from 'node:fs'

import { z } from 'zod'

import type { Calibration } from './calibrate.ts'
import { LABELS, type LearnedModels, type Task } from './learn.ts'
import type { LinearModel } from './linearModel.ts'
import { openVocabulary } from './vocabulary.ts'

/** Where the models are kept; `npm run train` writes it. */
export const MODEL_FILE = new URL('model.bin', import.meta.url)

const TASKS = ['category', 'type', 'urgency', 'danger'] as const satisfies readonly Task[]
const HEAD_LENGTH_BYTES = 4
const HASH_BYTES = 4

const described = z.strictObject({ scales: z.array(z.number()), biases: z.array(z.number()) })
const headSchema = z.strictObject({
  version: z.literal(2),
  features: z.number().int().positive(),
  calibration: z.strictObject({
    temperatures: z.strictObject({
      category: z.number().positive(),
      type: z.number().positive(),
      urgency: z.number().positive(),
    }),
    abstainBelow: z.number(),
    alarmBelow: z.number(),
    doubtBelow: z.number(),
  }),
  models: z.strictObject({ category: described, type: described, urgency: described, danger: described }),
})

/** Packs everything into one file: the length of a JSON head (4 bytes, big-endian), the head, features, rarities, weights. */
export function packModels(models: LearnedModels, calibration: Calibration): Buffer {
  const { hashes, rarities } = models.vocabulary
  const describe = ({ scales, biases }: LinearModel) => ({ scales: [...scales], biases: [...biases] })
  const head = Buffer.from(
    JSON.stringify({
      version: 2,
      features: hashes.length,
      calibration,
      models: Object.fromEntries(TASKS.map((task) => [task, describe(models[task])])),
    }),
  )
  const length = Buffer.alloc(HEAD_LENGTH_BYTES)
  length.writeUInt32BE(head.length)
  const features = Buffer.alloc(hashes.length * HASH_BYTES)
  hashes.forEach((hash, place) => features.writeUInt32BE(hash, place * HASH_BYTES))
  return Buffer.concat([
    length,
    head,
    features,
    rarities,
    ...TASKS.map((task) => Buffer.from(models[task].weights.buffer)),
  ])
}

/**
 * Reads what {@link packModels} packed.
 * @throws when the file is of another version: it has to be made again with `npm run train`
 */
export function readModels(): { readonly models: LearnedModels; readonly calibration: Calibration } {
  const bytes = readFileSync(MODEL_FILE)
  const headEnd = HEAD_LENGTH_BYTES + bytes.readUInt32BE()
  const head = headSchema.parse(JSON.parse(bytes.toString('utf8', HEAD_LENGTH_BYTES, headEnd)))
  let at = headEnd
  const take = (size: number): Buffer => bytes.subarray(at, (at += size))
  const packed = take(head.features * HASH_BYTES)
  const hashes = new Uint32Array(head.features).map((_, place) => packed.readUInt32BE(place * HASH_BYTES))
  const vocabulary = openVocabulary(hashes, new Uint8Array(take(head.features)))
  const open = <T extends Task>(task: T): LearnedModels[T] => {
    const labels = LABELS[task]
    const weights = new Int8Array(take(labels.length * head.features))
    const { scales, biases } = head.models[task]
    const model: LinearModel = { labels, weights, scales: Float64Array.from(scales), biases: Float64Array.from(biases) }
    return model as LearnedModels[T]
  }
  const models = {
    vocabulary,
    category: open('category'),
    type: open('type'),
    urgency: open('urgency'),
    danger: open('danger'),
  }
  return { models, calibration: head.calibration }
}
