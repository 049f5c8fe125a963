import type { Category } from '../src/tickets/vocabulary.ts'
import type { Turn } from './turn.ts'

/** Subjects whose answer would tell of a patient's care. */
const ABOUT_CARE: ReadonlySet<Category> = new Set([
  'medical_care',
  'explanation',
  'nursing',
  'pharmacy',
  'examination',
  'records_documents',
  'medical_accident',
])

/** Relatives of whom nobody is the legal guardian by that alone, told as one's own. */
const OWN_RELATIVE =
  /(?:저희|우리|제)\s?(?:\S{1,3}\s)?(?:시?어머[니님]|시?아버[지님]|엄마|아빠|할머니|할아버지|장모|장인|남편|아내|집사람|와이프|부모님|누나|언니|오빠|형(?:님|이|은|을|한테)|동생)|\bmy (?:mother|mom|mum|father|dad|husband|wife|grand(?:mother|father)|parents|brother|sister)\b/i

/** Who the person is to the patient, as far as the story tells: family, where it is about a relative of theirs. */
export function relationTold(story: string): 'family' | undefined {
  return OWN_RELATIVE.test(story) ? 'family' : undefined
}

/** Tells whether it is known, or does not matter, who somebody is to the patient. */
export function knowsRelation({ draft }: Turn): boolean {
  if (draft.age !== 'guardian' || draft.relation !== undefined || draft.anonymous === true) return true
  return draft.health !== true && !ABOUT_CARE.has(draft.category ?? 'other')
}
