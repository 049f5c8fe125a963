import { beginsEveryday } from './everydayWords.ts'
import { RARE_FAMILY } from './families.ts'
import { isKnownWord, isTitledName } from './likelihood.ts'
import { LOOKALIKES } from './lookalikes.ts'
import { nameCandidates, type PlacedCandidate } from './nameCandidates.ts'
import { TITLE_NEXT } from './nameFeatures.ts'
import { weighName } from './nameModel.ts'

/** Log-odds from which a word is taken for a name. Lower finds more names, and more words that are none. */
const ENOUGH = -1
/** For what is more often a word: 모셔온 환자, 이상은, and whatever begins like a very rare family name. */
const ENOUGH_FOR_ODD = 2
const PARTICLE = /[은는이가을를도만의로]$/
/** A book, a film or a famous person. */
const TITLE_BEFORE =
  /(?:년생|영화|드라마|소설|가수|배우|작가|감독|아나운서|대통령|선수|장군|노래|주인공)\s?['‘“"「『《]?$/
const TITLE_AFTER =
  /^(?:역|호텔|병원|의원|약국|제약|제지|전자|은행|마트|시장|빌딩|공원|대로|거리|아파트|식당|카드|보험|그룹|상사)|^['’”"」』》)]*\s?(?:재방송|영화|드라마|소설|책|노래|시집|만화|작가|가수|배우|감독|아나운서|선수|대통령|대왕|장군)/

/** Full names in a sentence, told by what they are made of and by the words around them together. */
export function findPlainNames(text: string): readonly PlacedCandidate[] {
  const best = new Map<number, { readonly candidate: PlacedCandidate; readonly weight: number }>()
  for (const candidate of nameCandidates(text)) {
    const weight = weighName(candidate)
    const isBetter = weight > (best.get(candidate.start)?.weight ?? enoughFor(candidate))
    if (isBetter && !isWord(candidate.family + candidate.given) && !isTitleOfWork(candidate)) {
      best.set(candidate.start, { candidate, weight })
    }
  }
  return Array.from(best.values(), ({ candidate }) => candidate)
}

function enoughFor({ family, given, rest, after }: PlacedCandidate): number {
  const word = family + given
  const isOddTitled = TITLE_NEXT.test(after) && !isTitledName(word)
  const isWordWithParticle = beginsEveryday(word) && PARTICLE.test(word)
  const isOdd = rest === '' && (isOddTitled || isWordWithParticle)
  return isOdd || RARE_FAMILY.includes(family) ? ENOUGH_FOR_ODD : ENOUGH
}

function isWord(word: string): boolean {
  return isKnownWord(word) || LOOKALIKES.has(word) || word.endsWith('님')
}

function isTitleOfWork({ before, rest, after }: PlacedCandidate): boolean {
  return TITLE_BEFORE.test(before) || TITLE_AFTER.test(rest + after)
}
