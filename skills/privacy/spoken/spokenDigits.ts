import { editShadow, type Edit, type Shadow } from '../shadow.ts'
import { readSpokenDates } from './spokenDates.ts'
import { readSpokenPassports, readSpokenPlates } from './spokenCodes.ts'
import { readEnglishRuns, readLetterRuns, readSpokenRuns } from './spokenRuns.ts'

/** What has a shape of its own goes first, so that no run of digits swallows a part of it. */
const READERS: readonly ((text: string) => readonly Edit[])[] = [
  readSpokenPassports,
  readSpokenPlates,
  readSpokenDates,
  readLetterRuns,
  readSpokenRuns,
  readEnglishRuns,
]

/**
 * A second shadow in which digits that were spelled out (공일공, 一二三, O1O, zero one zero) are digits; undefined
 * where the text has none. What a run turns into still has to look like a number of some kind.
 */
export function readSpokenDigits(shadow: Shadow): Shadow | undefined {
  const read = READERS.reduce((current, reader) => editShadow(current, reader(current.text)), shadow)
  return read.text === shadow.text ? undefined : read
}
