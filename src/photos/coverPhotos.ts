import type { ConsentAnswers } from '../consent/consent.ts'
import { type Covered, type Data, demandCovered, uncovered } from '../consent/coverage.ts'
import type { NewPhoto } from './photo.ts'

type About = Pick<Data, 'isNameless' | 'isOfChild'>

/** A photo may show anything, so it needs what words about health need (개인정보 보호법 §23①1). */
function photoData(about: About): Data {
  return { fields: ['photo.image', 'photo.urls', 'photo.conversationId'], tellsOfHealth: true, ...about }
}

/** Tells whether photos may be kept with the answers in hand. */
export function mayKeepPhotos(answers: ConsentAnswers, about: About): boolean {
  return uncovered(photoData(about), answers, 'record').length === 0
}

/**
 * Photos that may be fetched and kept.
 * @throws {UncoveredError} they should not have been taken
 */
export function coverPhotos(
  photos: readonly NewPhoto[],
  about: About,
  answers: ConsentAnswers,
): Covered<readonly NewPhoto[], 'record'> {
  return demandCovered(photos, photoData(about), answers, 'record')
}
