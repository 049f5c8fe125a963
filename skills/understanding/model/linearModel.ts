import type { SparseVector } from './vocabulary.ts'

/** One linear classifier: for each label a weight per known feature, in a byte each, and what those bytes are multiplied by. */
export type LinearModel<Label extends string = string> = {
  readonly labels: readonly Label[]
  /** For each feature of the vocabulary a weight per label, feature by feature. */
  readonly weights: Int8Array
  readonly scales: Float64Array
  readonly biases: Float64Array
}

/** A label and how likely it is, from 0 to 1. */
export type Guess<Label extends string> = { readonly label: Label; readonly probability: number }

/**
 * The likeliest label.
 * @param temperature divides the scores, so that a probability of 0.8 is right in eight of ten cases
 */
export function classify<Label extends string>(
  model: LinearModel<Label>,
  features: SparseVector,
  temperature: number,
): Guess<Label> {
  return likeliest(model.labels, scoresOf(model, features), temperature)
}

/** The label with the highest score, and how likely that makes it. */
export function likeliest<Label extends string>(
  labels: readonly Label[],
  scores: readonly number[],
  temperature: number,
): Guess<Label> {
  const highest = Math.max(...scores)
  const sum = scores.reduce((total, score) => total + Math.exp((score - highest) / temperature), 0)
  const label = labels[scores.indexOf(highest)]
  if (label === undefined) throw new Error('a model without labels')
  return { label, probability: 1 / sum }
}

/** The scores of the labels, in their order: above zero speaks for a label, below zero against it. */
export function scoresOf({ labels, weights, scales, biases }: LinearModel, features: SparseVector): readonly number[] {
  const { indices, values } = features
  const sums = new Float64Array(labels.length)
  for (let at = 0; at < indices.length; at += 1) {
    const from = (indices[at] ?? 0) * sums.length
    const value = values[at] ?? 0
    for (let label = 0; label < sums.length; label += 1) {
      sums[label] = (sums[label] ?? 0) + (weights[from + label] ?? 0) * value
    }
  }
  return Array.from(sums, (sum, label) => sum * (scales[label] ?? 0) + (biases[label] ?? 0))
}
