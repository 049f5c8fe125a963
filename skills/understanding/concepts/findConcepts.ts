import { CARE_CONCEPTS } from './careConcepts.ts'
import { DANGER_CONCEPTS } from './dangerConcepts.ts'
import { OFFICE_CONCEPTS } from './officeConcepts.ts'
import { PLACE_CONCEPTS } from './placeConcepts.ts'
import { TROUBLE_CONCEPTS } from './troubleConcepts.ts'

type Concept = readonly [name: string, words: RegExp]

const SUBJECTS: readonly Concept[] = Object.entries({
  ...PLACE_CONCEPTS,
  ...OFFICE_CONCEPTS,
  ...CARE_CONCEPTS,
  ...TROUBLE_CONCEPTS,
})
const DANGERS: readonly Concept[] = Object.entries(DANGER_CONCEPTS)

/** The subjects a text speaks of, and every two of them together: what was done with what tells more than either. */
export function findSubjects(said: string): readonly string[] {
  return withPairs(namesIn(SUBJECTS, said))
}

/** The same for what danger is told with. */
export function findDangers(said: string): readonly string[] {
  return withPairs(namesIn(DANGERS, said))
}

function namesIn(concepts: readonly Concept[], said: string): readonly string[] {
  return concepts.filter(([, words]) => words.test(said)).map(([name]) => name)
}

function withPairs(names: readonly string[]): readonly string[] {
  return [...names, ...names.flatMap((one, place) => names.slice(place + 1).map((other) => `${one} ${other}`))]
}
