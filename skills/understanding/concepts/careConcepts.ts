import { anyOf } from '../rules/anyOf.ts'

/** What doctors, nurses, pharmacists, laboratories and kitchens do. */
export const CARE_CONCEPTS: Readonly<Record<string, RegExp>> = {
  consultation:
    /진료(?!비|기록|\s?기록|부|의뢰|예약|확인)|진찰|회진|상담|외래|협진|초진|재진|consult|check-?up visit|examined|\bvisit\b/i,
  shortVisit: anyOf(String.raw`
    \d+\s?(?:분|초)(?:도|만에|짜리|만|\s?보고|\s?진료|\s?컷|\s?안)|(?:일|이|삼|오|십)분(?:도|만에)|대충|건성|성의|눈도\s?안|모니터만|컴퓨터만|화면만|듣지도|보지도|쳐다도\s?안|들어가자마자|rushed|\d+ (?:min|sec)|didn'?t (?:listen|look|examine)|only looked
  `),
  treatmentDone:
    /수술|시술|치료|처치|봉합|꿰매|깁스|마취|방사선\s?치료|항암|투석|물리치료|도수|재활|침을?\s?(?:놓|맞)|레이저|임플란트|발치|신경\s?치료|교정|분만|제왕절개|출산|surger|operat|treatment|procedure|therapy|chemo|dialysis|stitches|\bcast\b|delivery|c-section|root canal|implant/i,
  noBenefit:
    /낫지를?\s?않|안\s?나[아았]|안\s?낫|차도|효과|호전|그대로|더\s?심해|똑같|나아지지|소용|해결이?\s?안|no better|not better|doesn'?t (?:help|work)|still (?:hurts|sick|in pain)|no improvement/i,
  refusal:
    /거부|거절|돌려보|안\s?받아|안\s?봐\s?준|못\s?봐|다른\s?병원|전원|쫓겨|퇴원하라|나가라|나가래|가라고|의뢰|회송|turned away|refus|sent (?:me|us|him|her) (?:home|away)|another hospital|transfer/i,
  overtreatment:
    /과잉|불필요|필요\s?없는|안\s?해도\s?되는|권유|강요|비싼\s?(?:검사|치료|주사)|영업|장사|추가\s?검사|자꾸\s?검사|unnecessary|upsell|pushed me|sales/i,
  diagnosis: /진단|병명|원인|소견|판단|재진단|이차\s?소견|의심|diagnos|cause of|second opinion/i,
  painRelief: /통증|아프다고|아파|진통|아픈데|무통|pain/i,
  newDoctor:
    /담당의|주치의|교수님?|과장님?|전공의|인턴|레지던트|의사|닥터|선생님이?\s?(?:바뀌|자주)|doctor|\bdr\b|professor|resident|physician|surgeon|원장/i,
  explaining:
    /설명|알려\s?(?:주|줬|준)|말\s?(?:을|도|은|한마디)?\s?(?:안|없|해\s?주|해주|못)|말씀\s?(?:이|을|도)?\s?(?:없|안)|얘기(?:를|가|도)?\s?(?:안|없|못|해)|안내(?:를|가|도|문|받|해)|고지|귀띔|물어[보봐봤]|묻[는고]|질문|대답|답변|explain|told|inform|\bask(?:ed|ing)?\b|answer|question/i,
  unexplained: anyOf(String.raw`
    설명(?:이|을|도|은|조차|\s)?\s?(?:하나도\s?|전혀\s?|제대로\s?|아무\s?)?(?:없|안|못|부족|않|대충|하지)|못\s?(?:들|알아들|알아듣)|이해(?:가|를)?\s?(?:안|못|어려|할\s?수)|모르겠|뭔지|뭔\s?(?:약|주사|검사|말|소리)|무슨\s?(?:약|주사|검사|말|뜻)|뭐가\s?뭔지|어려운\s?말|전문\s?용어|영어로만|알아서|찾아보라|검색|다음에\s?얘기
    쉬운\s?말|말이\s?(?:다\s?)?달라|말을?\s?바꾸|다르게\s?말|not explain|no explanation|without (?:telling|explaining)|did(?:n'?t| not) (?:tell|explain)|never told|nobody told|no one (?:told|explained)|don'?t understand|understand (?:what|nothing|the)|jargon|medical words|google
  `),
  consentForm: /동의서|동의|서명하라|사인하라|consent form|sign here|signed/i,
  interpreter:
    /통역|한국어|영어|외국인|번역|중국어|베트남|몽골|러시아|interpret|translat|english|korean|foreigner|language/i,
  discharge: /퇴원|집에\s?가서|집에서\s?(?:어떻게|뭘)|주의\s?사항|관리\s?방법|식이|운동\s?해도|discharg|at home/i,
  sideEffectTold: /부작용|위험성|후유증|가능성|합병증|risks?\b|side effects?/i,
  callBell: /호출|벨을?|콜벨|버튼|불러도|불렀는데|부르면|call (?:bell|button)|pressed|buzzer/i,
  drip: /수액|링거|링겔|라인|주사(?!실)|주삿|바늘|혈관|카테터|주사기|\biv\b|\bdrip|needle|injection|\bshots?\b|vein/i,
  bodyCare:
    /기저귀|체위|욕창|석션|가래|소변줄|소변\s?통|목욕|머리\s?감|씻[기겨]|양치|환의|환자복|시트|드레싱|소독해|붕대|억제대|보호대|묶[어여인은]|낙상|떨어[졌져지]|넘어[졌져지]|부축|화장실\s?(?:가|데려|부축)|diaper|bedsore|suction|catheter|bath\b|gown|sheets|restrain|fell\b|fall\b|turn(?:ed)? (?:him|her)/i,
  nursingRound:
    /간호|라운딩|인계|교대|혈압\s?(?:재|을|도)|체온|새벽에|밤새|밤에|야간|투약\s?시간|약\s?시간|주사\s?시간|혈당|인슐린|nurs|night shift|blood pressure|rounds?\b/i,
  caregiver: /간병|요양보호|보호사|활동지원|caregiver|carer|\baide\b/i,
  visiting: /면회|보호자\s?(?:출입|교대|상주|한\s?명|침대|등록|증)|출입증|병문안|visit(?:ing|ors?)\b/i,
  roomChange:
    /병실\s?(?:배정|이동|변경|옮|바꿔|없)|1인실|2인실|4인실|6인실|다인실|일인실|방을?\s?(?:옮|바꿔)|자리\s?배정|room change|private room|shared room/i,
  medicine: anyOf(String.raw`
    (?<![가-힣])약(?:이|을|은|도|만|\s|에|봉|통|값|국|사|제|타|받|먹|설명|봉투|이름|찾)|알약|물약|가루약|시럽|연고|안약|흡입기|패치|좌약|항생제|진통제|혈압약|당뇨약|수면제|소화제|영양제|해열제|스테로이드|인슐린|캡슐|한약|약재|medicine|medication|\bpills?\b|tablet|drugs?\b|syrup|ointment|antibiotic|eye drops|inhaler
  `),
  dispensing:
    /약국|약사|약제|조제|투약구|투약\s?번호|약\s?(?:봉투|봉지|나오|타|찾|받)|복약|포장|반으로|쪼개|분쇄|가루로|유통\s?기한|개수|갯수|\d+알|몇\s?알|한\s?알|빠[졌져진]|모자라|부족하게|덜\s?(?:들|줬|왔)|냉장|보관|pharmac|dispens|expired|missing pill|prescription filled|tablets? (?:short|missing)/i,
  prescribing:
    /처방|며칠\s?치|\d+일\s?치|일분|약을?\s?(?:바꿔|바꾸|늘|줄|추가|똑같|같은)|용량|prescri|refill|dose|dosage/i,
  wrongMedicine:
    /(?:다른|남의|옆)\s?(?:사람|환자|분)?\s?(?:의\s?)?약|약(?:이|을)?\s?(?:바뀌|바뀐|틀리|다르|달라|잘못|섞)|잘못\s?(?:지은|조제|준|나온)|wrong (?:medicine|medication|drug|pill|dose)|someone else'?s (?:medicine|medication|pills)/i,
  imaging:
    /mri|엠알아이|엠알|(?<![a-z])ct(?![a-z])|씨티|시티|엑스레이|x-?ray|초음파|촬영|영상|맘모|골밀도|심전도|뇌파|조영제|펫|pet-?ct|radiolog|ultrasound|\bscan|mammo|ekg|ecg|contrast/i,
  laboratory:
    /채혈|피\s?(?:검사|뽑|를)|혈액|소변\s?(?:검사|컵|받)|대변\s?검사|균\s?검사|조직\s?검사|조직검사|검체|pcr|코로나\s?검사|독감\s?검사|유전자|혈당\s?검사|blood (?:test|draw|sample)|urine|biopsy|\blab\b|specimen|swab/i,
  scope:
    /내시경|대장|위\s?검사|관장|장\s?(?:정결|비우|세척)|수면\s?(?:유도|으로|마취|내시경)|용종|금식|endoscop|colonoscop|gastroscop|fasting|sedation/i,
  checkup: /건강\s?검진|건강검진|검진|공단\s?검진|종합\s?검진|채용|신체\s?검사|health check|checkup|screening/i,
  testing:
    /검사|재검|판독|청력|시력|안저|폐기능|근전도|수면다원|심리\s?검사|임상병리|방사선사|기사님|\btests?\b|technician|radiographer|exam\b/i,
  results: /결과|수치|판독|results?\b|report\b|findings/i,
  resultsLate:
    /결과.{0,14}(?:안\s?나|아직|늦|언제|못\s?받|감감|안\s?알려|지연|누락|분실|잃어)|언제\s?나오|results? (?:are|is)? ?(?:late|not|still|delayed|lost|missing)/i,
  meal: anyOf(String.raw`
    (?<![가-힣비김국초])밥|식사|식단|반찬|급식|배식|치료식|당뇨식|저염|일반식|죽[이을은도만식\s]|미음|연식|음식|환자식|도시락|식판|국물|국이|국에|국은|김치|고기|생선|나물|과일|우유|간식|메뉴|맛이|맛없|싱겁|싱거|짜[요고서]|짠|쉰|상한|식었|식어|차가운\s?(?:밥|국)|영양[사과팀]|조리|숟가락|젓가락|수저|채식|할랄|돼지고기|알레르기|알러지|이유식|분유|아침을|점심을|저녁을|아침밥|저녁밥|구내식당|식당
    \bmeals?\b|\bfood\b|breakfast|lunch|dinner|\btray|\brice\b|soup|halal|vegetarian|\bpork\b|kitchen|diet\b|cafeteria|porridge|taste
  `),
  foreignBody:
    /머리카락|이물|벌레가?\s?(?:나|들|빠)|철수세미|플라스틱|비닐|수세미|철사|곰팡이|hair in|\bbug in|plastic/i,
}
