import { learn, LABELS, type Known, type Task } from './learn.ts'
import { likeliest, scoresOf } from './linearModel.ts'
import { toVector } from './vocabulary.ts'

/** How the scores of the models are to be read. */
export type Calibration = {
  /** See {@link likeliest}. */
  readonly temperatures: { readonly [T in Exclude<Task, 'danger'>]: number }
  /** A category less likely than this goes to the coordinator. */
  readonly abstainBelow: number
  /** A text that looks harmless by less than this alarms. */
  readonly alarmBelow: number
  /** A text that looks harmless by less than this may tell of danger: so do nearly all that do. */
  readonly doubtBelow: number
}

/** The scores of one example by a model that had not seen it, and what it is. */
export type Unseen = { readonly scores: readonly number[]; readonly truth: string }

const FOLDS = 5
/** The share of complaints that is left to the coordinator. */
const ABSTAINED_SHARE = 0.12
/** The share of complaints without danger that the second opinion may alarm about. */
const FALSE_ALARM_SHARE = 0.003
/** The share of texts that tell of danger and still look more harmless than any doubt. */
const UNDOUBTED_SHARE = 0.03
const TEMPERATURES = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.8, 1]

/** Judges every example by models that learned from the other folds alone. */
export function judgeUnseen(known: readonly Known[]): { readonly [T in Task]: readonly Unseen[] } {
  const judged: { [T in Task]: Unseen[] } = { category: [], type: [], urgency: [], danger: [] }
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const models = learn(known.filter((_, place) => place % FOLDS !== fold))
    known.forEach((one, place) => {
      if (place % FOLDS !== fold) return
      const features = toVector(models.vocabulary, one.counts)
      for (const task of ['category', 'type', 'urgency', 'danger'] as const) {
        const truth = one[task]
        if (truth !== undefined) judged[task].push({ scores: scoresOf(models[task], features), truth })
      }
    })
  }
  return judged
}

/** Finds out from unseen examples how far to trust which score. */
export function calibrate(unseen: ReturnType<typeof judgeUnseen>): Calibration {
  const temperatures = {
    category: temperatureFor('category', unseen.category),
    type: temperatureFor('type', unseen.type),
    urgency: temperatureFor('urgency', unseen.urgency),
  }
  const sureness = unseen.category.map(
    ({ scores }) => likeliest(LABELS.category, scores, temperatures.category).probability,
  )
  const ofDanger = unseen.danger.filter(({ truth }) => truth !== 'none').map(({ scores }) => scores[0] ?? 0)
  const harmlessness = unseen.danger.filter(({ truth }) => truth === 'none').map(({ scores }) => scores[0] ?? 0)
  return {
    temperatures,
    abstainBelow: lowest(sureness, ABSTAINED_SHARE),
    alarmBelow: lowest(harmlessness, FALSE_ALARM_SHARE),
    doubtBelow: lowest(ofDanger, 1 - UNDOUBTED_SHARE),
  }
}

/** Under this value lies the share asked for. */
function lowest(values: readonly number[], share: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
  return Math.round(value * 1000) / 1000
}

function temperatureFor(task: Task, unseen: readonly Unseen[]): number {
  const losses = TEMPERATURES.map((temperature) => ({ temperature, loss: lossOf(task, unseen, temperature) }))
  return losses.reduce((best, one) => (one.loss < best.loss ? one : best)).temperature
}

function lossOf(task: Task, unseen: readonly Unseen[], temperature: number): number {
  return unseen.reduce((sum, { scores, truth }) => {
    const { label, probability } = likeliest<string>(LABELS[task], scores, temperature)
    return sum - Math.log(Math.max(label === truth ? probability : 1 - probability, 1e-6))
  }, 0)
}
