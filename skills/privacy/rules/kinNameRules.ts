import { FAMILY } from '../names/families.ts'
import { isUsualGiven } from '../names/givenNames.ts'
import { isFullName, isGivenName } from '../names/likelihood.ts'
import { endsInConsonant } from '../names/nameFeatures.ts'
import { KIN, PARTICLE, START } from './nameParts.ts'
import { roleOf } from './nameRole.ts'

import { written, type Candidate, type Rule } from './rule.ts'

const INTRODUCED = '(?:인|이름은|이름이|성함은|성함이|\\s이름은|\\s이름이|\\s성함은|\\s성함이|\\s?[:(])?'
const GIVEN = '(?<value>[가-힣]{2})'
const AFTER_GIVEN =
  '(?=이[가는를의도랑만네]|이(?:한테|에게|라고|예요|에요|고요|인데|요)|[가는를도랑]요?(?![가-힣])|의\\s|한테|에게)'
const PARENT = '(?:엄마|아빠|맘|어머니|아버지|할머니|할아버지|보호자|누나|형|오빠|언니|이모|삼촌|고모|동생|가족|식구)'

/** Names of the writer's own people: with the family name or, as at home, without. */
export const KIN_NAME_RULES: readonly Rule[] = [
  {
    type: 'name',
    pattern: written(
      String.raw`(?<![가-힣])(?:저희\s?|우리\s?|제\s?|내\s?|울\s?)?${KIN}${INTRODUCED}[\s(,]{1,2}(?<value>${FAMILY}[가-힣]{2})`,
      PARTICLE,
    ),
    accept: ({ value }) => isFullName(value),
    role: roleOf,
  },
  given(String.raw`(?<![가-힣])(?:저희|우리|울|제|내)\s?(?:${KIN}\s)?${GIVEN}`, AFTER_GIVEN),
  given(String.raw`(?<![가-힣])${KIN}${INTRODUCED}[\s(,]{1,2}${GIVEN}`, `(?:${AFTER_GIVEN}|(?=이\\s))`),
  given(
    String.raw`(?<![가-힣])${KIN}\s?(?:이름은|이름이)\s${GIVEN}`,
    '(?=입니다|이?에요|예요|이?고요?|인데|이?요|이?라)',
  ),
  {
    type: 'name',
    pattern: written(
      START,
      GIVEN,
      String.raw`(?=이?네?\s${PARENT}(?:입니다|예요|이에요|인데|이고|라고|이라|이요|임|[\s,.]|$))`,
    ),
    accept: ({ value, before, after }) =>
      isGivenName(value) && (after.startsWith('이') || isUsualGiven(value) || before === ''),
    role: roleOf,
  },
]

function given(...parts: readonly string[]): Rule {
  return { type: 'name', pattern: written(...parts), accept: isGivenInPlace, role: roleOf }
}

/** 지우가 needs a usual name; 다온이가, with the 이 that only names have, need not be one. */
function isGivenInPlace({ value, after }: Candidate): boolean {
  const hasName = after.startsWith('이') && endsInConsonant(value)
  return isGivenName(value) && (hasName || isUsualGiven(value))
}
