import { anyOf } from './anyOf.ts'

/** Words that make a text health information: symptoms, diseases, drugs, tests, treatments, telling departments. */
export const HEALTH_WORDS: readonly RegExp[] = [
  anyOf(String.raw`
    아프|아파|아팠|통증|두통|복통|치통|요통|어지러|구토|설사|출혈|피가|하혈|열이|고열|기침|가래|호흡|숨[이을쉬]|경련|발작|마비|저리|저려|붓|부어|부었|염증|고름
    멍이?|가렵|두드러기|발진|골절|화상|상처|욕창|의식|쓰러[지졌져]|우울|불면|자살|자해
  `),
  anyOf(String.raw`
    (?<![가-힣])암(?:이|\s|환자|수술|진단|치료|센터)|(?:위|폐|간|대장|유방|갑상선|췌장|전립선|자궁)암|당뇨|고혈압|혈압|뇌졸중|뇌출혈|뇌경색|심근|협심증
    폐렴|결핵|간염|치매|파킨슨|디스크|관절염|백혈병|천식|아토피|알레르기|코로나|독감|감염|질환|질병|병명|증후군|장애|임신|출산|유산|산모|임산부|낙태|성병|HIV|에이즈
    조현병|공황|중독
  `),
  /진단|처방|복용|(?<![가-힣])약[을이]|항생제|진통제|마약|수면제|항암|인슐린|주사|백신|접종|수액|링거|투약|수혈|부작용|후유증/,
  /검사|MRI|\bCT\b|CT를|엑스레이|초음파|내시경|채혈|조직검사|혈액|소변|심전도|생검/i,
  /수술|시술|마취|치료|재활|투석|입원|퇴원|진료|응급실|중환자|분만/,
  /정신건강|정신과|정신의학|산부인과|비뇨|항문|피부과|종양|신경과|정형외과|심장|내과|외과|안과|이비인후과|치과|한방|소아과|소아청소년과/,
  /\b(?!V\d\d-)[A-TV-Z]\d{2}(?:\.\d{1,2})?\b/,
  /\b(?:pain|hurts?|fever|bleeding|cough|dizzy|nausea|vomit|seizure|swollen|infection|cancer|diabetes|blood pressure|stroke|asthma|allerg\w*|depress\w*|suicid\w*|pregnan\w*|diagnos\w*|prescri\w*|medic(?:ine|ation)|antibiotic\w*|injection|vaccin\w*|surgery|operation|anesthe\w*|x-?ray|mri|ct scan|ultrasound|blood test|biops\w*|chemo\w*|treatment|therapy|psychiatr\w*|symptom\w*|disease|disorder|disabilit\w*)\b/i,
]
