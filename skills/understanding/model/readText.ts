import { findDangers, findSubjects } from '../concepts/findConcepts.ts'
import { findStaff } from '../findStaff.ts'
import { readable } from '../readable.ts'
import { countFeatures, type FeatureCounts } from './countFeatures.ts'

/** Everything the models look at, in learning and afterwards: the words, what they speak of, and who is named. */
export function readText(text: string): FeatureCounts {
  const said = readable(text)
  const staff = findStaff(said)
  return countFeatures(text, [...findSubjects(said), ...findDangers(said), ...(staff ? [`staff ${staff.staff}`] : [])])
}
