import { FAMILY } from '../names/families.ts'
import { isFullName } from '../names/likelihood.ts'
import { PATIENT_TITLE, STAFF_TITLE } from '../names/titles.ts'
import { FULL, named, PARTICLE, START } from './nameParts.ts'
import { roleOf } from './nameRole.ts'
import { written, type Rule } from './rule.ts'

const FULL_OR_SHORT = `(?<value>${FAMILY}[가-힣]{1,2})`
const LABEL =
  '(?:환자명|환자\\s?이름|환자분?\\s?성함|보호자\\s?이름|보호자명|신청인|신청자|받는\\s?(?:사람|분|이)|보내는\\s?(?:사람|분|이)|수령인|대리인|작성자|접수자|민원인|예금주|수신인|이름|성함|성명|본명|실명)'
const KIN_AFTER =
  '(?:아내|남편|와이프|딸|아들|누나|오빠|언니|형|동생|손자|손녀|며느리|사위|친구|엄마|아빠|모친|부친|배우자|조카)'
/** Said of a name, and no name. */
const NOT_TOLD =
  /모르|몰라|비밀|비공개|익명|없|밝히|말하|다르|다른|틀|안\s|못|알|바뀌|잘못|누구|뭐|아니|적|쓰|김씨|이름|필요/

/** Names that a label or an introduction announces. */
export const TOLD_NAME_RULES: readonly Rule[] = [
  named(String.raw`(?:${LABEL})\s?(?:이|은|는|가|:|=|-)?\s?(?<value>${FAMILY}[가-힣]{1,3}?)${PARTICLE}`),
  named(
    String.raw`(?<![가-힣])(?:저는|나는|전|제가|저|난|환자는|환자|보호자는|신청인은|민원인은|담당은|담당자는)\s${FULL_OR_SHORT}(?=입니다|이?라고|이?라는|이?에요|예요|인데|이?고요?|이구요|이요|임)`,
  ),
  {
    type: 'name',
    pattern: written(`${LABEL}(?:은|는|이)?\\s?:?\\s(?<value>${FAMILY}\\s[가-힣]\\s?[가-힣])${PARTICLE}`),
    accept: ({ value }) => isFullName(value.replaceAll(' ', '')),
    role: roleOf,
  },
  named(START, FULL, String.raw`(?=\s?이?라고\s(?:합니다|해요|하는|하고|부르|불러))`),
  named(START, FULL, String.raw`(?=이?라는\s(?:분|사람|직원|간호사|의사|선생|교수|환자|이름))`),
  named(START, FULL, String.raw`(?=\s(?:드림|올림|배상|拜上)\b|\s(?:드림|올림|배상)(?:[\s.]|$))`),
  {
    type: 'name',
    pattern: written(
      String.raw`(?:제|내|저의|환자|아이|아들|딸|남편|아내|어머니|아버지)\s?(?:이름|성함)[은이]?\s(?<value>[가-힣]{2,5}(?:\s[가-힣]{1,5}){0,2}?)(?=이?라고\s?(?:합니다|해요|하는)|\s?입니다|\s?이에요|예요|이고요?|인데)`,
    ),
    accept: ({ value }) => !NOT_TOLD.test(value),
    role: roleOf,
  },
  named(
    START,
    String.raw`(?:담당|담당자|담당의|주치의|집도의|진료의|수술의|처방의|당직의|명찰|이름표|명함|서명)(?:님|분)?(?:은|는|이|가|에|에는|엔)?\s['"‘“]?${FULL}`,
    `(?:['"’”]|${PARTICLE})`,
  ),
  named(String.raw`['"‘“「『]${FULL}['"’”」』]\s?(?=이?라고|이?라는|님|씨|이?란)`),
  named(String.raw`^\s*${FULL}(?=\s?(?:입니다|이?요|이?에요|예요|임|이고요)?[\s.!~]*$)`),
  named(String.raw`(?:^|[.!?]\s)${FULL_OR_SHORT}(?=입니다(?:[\s.!]|$)|이?라\s?(?:합니다|하오|해요))`),
  named(String.raw`(?<=\d[\d\s.\-)]{5,20}[\s,/)])${FULL}(?=[\s,.)]|$)`),
  named(
    START,
    FULL,
    String.raw`(?:입니다|이?에요|예요|이고요?|이구요|이요|인데요?)?[\s,./:]{1,3}(?=(?:연락처|전화|핸드폰|폰)?\s?:?\s?\(?(?:01\d|공일공|생년월일|등록번호|환자번호))`,
  ),
  named(
    String.raw`(?:${STAFF_TITLE}|담당자|${PATIENT_TITLE})(?:님|분)?\s?(?:이름[은이]?\s?|성함[은이]?\s?|:\s?|인\s|\(|\s)${FULL}${PARTICLE}`,
  ),
  named(START, FULL, String.raw`(?=(?:의)?\s${KIN_AFTER}(?:입니다|이에요|예요|인데|이고|이라|라고|임|[\s,.]|$))`),
]
