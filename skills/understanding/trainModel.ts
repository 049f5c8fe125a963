import { writeFileSync } from 'node:fs'

import { calibrate, judgeUnseen, type Unseen } from './model/calibrate.ts'
import { LABELS, learn, readKnown, type Task } from './model/learn.ts'
import { MODEL_FILE, packModels } from './model/modelFile.ts'
import { readExamples } from './model/readExamples.ts'

/** `npm run train`: learns from `examples/` and writes `model/model.bin`, the same bytes every time. */
function main(): void {
  const known = readKnown(readExamples())
  const unseen = judgeUnseen(known)
  const calibration = calibrate(unseen)
  writeFileSync(MODEL_FILE, packModels(learn(known), calibration))
  process.stdout.write(`${JSON.stringify(calibration)}\n`)
  for (const task of Object.keys(LABELS) as Task[]) {
    process.stdout.write(
      `${task}: ${percentRight(task, unseen[task])} % of ${unseen[task].length} unseen lines right\n`,
    )
  }
}

function percentRight(task: Task, unseen: readonly Unseen[]): string {
  const right = unseen.filter(({ scores, truth }) => LABELS[task][scores.indexOf(Math.max(...scores))] === truth)
  return ((100 * right.length) / unseen.length).toFixed(1)
}

main()
