import { anyOf } from '../rules/anyOf.ts'
import { ATTITUDE } from '../rules/attitude.ts'

/** What went wrong, for whom, and what is asked. */
export const TROUBLE_CONCEPTS: Readonly<Record<string, RegExp>> = {
  manners: ATTITUDE,
  banmal: /반말|말을?\s?(?:놓|까)|야\s|아줌마|아저씨라|할머니라고|어이|니가|너는?\s|informal speech/i,
  snapping: anyOf(String.raw`
    짜증|신경질|쏘아|화[를내난]|소리(?:를)?\s?(?:지|질|쳤|치)|고함|큰소리|버럭|호통|다그|윽박|면박|핀잔|퉁명|틱틱|툴툴|투덜|투덜|한숨|혀를?\s?차|비웃|비아냥|빈정|코웃음|눈을?\s?(?:흘|부라|치켜)|째려|노려|인상|삿대질|손가락질|막말|욕|폭언|폭행|때[리렸]|밀[쳤치쳐]|손찌검|협박|성희롱|성추행|만[졌지져]|yell|shout|scream|rolled|sigh|laugh|mock|swear|swore|curs|insult|slap|push|hit\b|grab|touch
  `),
  dismissing: anyOf(String.raw`
    무시|귀찮|본체만체|쳐다[보도봤]|대꾸|들은\s?척|못\s?들은|투명인간|눈도\s?안|눈길|인사도|인사를?\s?(?:해도|안)|엄살|예민|유난|까다롭|진상|꾀병|나이롱|그것도\s?모르|그런\s?것도|바쁘다|바빠서|저기\s?가서|모른다고|핸드폰|휴대폰\s?(?:만|보)|폰만|잡담|수다|떠넘|던지[듯고]|던졌|툭\s?(?:던|치|놓)|ignor|dismiss|chatting|didn'?t even look|eye contact|threw|attitude
  `),
  discriminating:
    /차별|인종|외국인이라|장애인이라|노인이라|가난|없는\s?사람|돈\s?없|의료급여라|무식|못\s?배|뚱뚱|살\s?(?:빼|쪘)|지역|racis|discriminat|because i('?m| am) (?:a )?(?:foreign|black|muslim)|go back to/i,
  kind: /친절|따뜻|다정|상냥|배려|세심|꼼꼼|정성|웃으[며면]|밝게|감동|kind\b|warm|gentle|caring|smil/i,
  harm: anyOf(String.raw`
    마비|감염|염증|고름|재수술|화상|사망|돌아가[셨신시]|죽[었은]|후유증|실명|시력(?:을|이)?\s?(?:잃|떨어|안)|골절|부러|합병증|흉터|괴사|썩|쇼크|뇌\s?손상|뇌사|유산|사산|천공|구멍|신경(?:이|을)?\s?(?:손상|건드|다쳤|끊)|못\s?걷|걷지\s?못|못\s?움직|움직이지|안\s?움직|감각이?|저[려리]|뒤틀|찢어|패혈|혼수|의식|장애가|불구|절단|벌어[졌져]|터[졌져]|덧[났나]|부었|붓고|부어|새서|누출|터져|악화|망가|이가\s?(?:깨|부러|빠)|멍이|출혈|피가\s?(?:안|멈추|나)|열이?\s?(?:나|펄펄)|호흡|응급\s?수술
    paraly|numb|infect|burn(?:ed|t|s)?\b|died\b|death|blind|fracture|complication|scar|necro|shock|brain damage|miscarr|perforat|nerve|can'?t (?:walk|move|feel)|worse|swollen|bleeding|coma|re-?operat|sepsis
  `),
  afterTreatment: anyOf(String.raw`
    (?:수술|시술|주사|마취|치료|내시경|분만|출산|투약|항암|검사|발치|임플란트|도수|침|레이저|봉합|깁스|수혈|투석|조영제|백신|접종|약)(?:을|를|이|은|한|하고|하다가|하다|받고|받은|받다가|맞고|맞은|맞다가|맞다|먹고|먹은|\s)*\s?(?:후|뒤|이후|다음|부터|중|도중|하고\s?나서|고\s?나서|고\s?나니|날|하고|고|다가)|(?:after|since|during) (?:the |my |his |her )?(?:surgery|operation|injection|procedure|treatment|delivery|anesthesia|endoscopy|birth|shot|chemo)
  `),
  malpractice: anyOf(String.raw`
    의료\s?사고|의료\s?과실|과실|오진|오판|의료\s?분쟁|조정\s?신청|소송|의료진\s?실수|실수로|실수|놓[쳤치쳐]|늦게\s?발견|못\s?발견|이상\s?없다|잘못\s?(?:수술|시술|찔|놔|놓|투여|꿰|끼|넣|뽑|건드|된|해서)|엉뚱한\s?(?:쪽|곳|데|다리|이)|반대쪽|거즈|남[아겨겼은]\s?(?:있|두|놨)|뱃속|방치|malpractice|misdiagnos|negligen|wrong (?:side|leg|tooth|eye|knee|patient|blood)|missed (?:the|a|my)|left inside|mistake|botched
  `),
  privacyWord:
    /개인\s?정보|사생활|프라이버시|비밀|신상|민감|정보\s?(?:유출|보호)|유출|노출|무단|도용|동의\s?(?:도\s?)?없이|허락\s?(?:도\s?)?없이|몰래|privacy|personal (?:data|info)|confidential|without (?:my )?(?:permission|consent)|leak/i,
  exposed: anyOf(String.raw`
    다\s?(?:들리|들려|들렸|들었|보이|보여|봤|보게|알게|알)|들리게|들으라|큰\s?소리로|크게\s?(?:말|부르|불|얘기|외)|이름을?\s?(?:부르|불|크게|큰)|이름이?\s?(?:화면|적힌|그대로|나오|뜨|떠|붙)|실명|사람들?\s?(?:앞|다|많은)|남들|옆\s?(?:사람|방|환자)|모니터가?\s?보|화면이?\s?보|문을?\s?(?:열|안\s?닫)|커튼|칸막이|속옷|탈의|옷\s?갈아|벗[고은긴]|loud(?:ly)?|in front of|everyone|could (?:hear|see)|overheard|screen
  `),
  disclosed: anyOf(String.raw`
    (?:다른|모르는|엉뚱한|남의|딴|제\s?3자|낯선)\s?(?:분|사람|환자|번호|집|보호자|이름|메일)|남의|남한테|가족(?:에게|한테)|남편(?:에게|한테)|회사(?:에|에서|로)|직장(?:에|으로)|시어머니|엄마한테|부모님한테|보험사(?:에|로|가)|전화해서|잘못\s?(?:보내|온|간|발송)|팩스|이메일|단톡|sns|인스타|유튜브|블로그|찍[어은었히혔]|촬영|cctv|학생|참관|조회|열람|들여다|훔쳐\s?보|버려[져진]|이면지|책상|someone else|another patient|stranger|other people|my (?:boss|husband|employer|family|mother)|photo|filmed|posted|looked up
  `),
  otherPatients: anyOf(String.raw`
    옆\s?(?:사람|환자|침대|자리|병상|방|할머니|할아버지|보호자|분|아저씨|아주머니)|앞\s?(?:침대|사람|환자)|같은\s?(?:방|병실)|맞은편|건너편|다른\s?(?:환자|보호자|방문객|손님)|면회객|방문객|보호자들|아이들이|애들이|취객|술\s?(?:취|먹|마시)|노숙|코\s?(?:골|고)|떠들|시끄|통화를|큰\s?소리로\s?통화|싸[우웠움]|roommate|other patients?|other visitors|next bed|noisy|loud|snor|drunk
  `),
  loss: /도난|훔[쳐친쳤]|도둑|분실|잃어|없어[졌져진]|사라[졌져진]|두고\s?(?:왔|간|온)|놓고\s?(?:왔|간|온)|주[웠운]|습득|지갑|틀니|보청기|안경|반지|귀금속|가방|우산|신발|핸드폰을|stol|theft|\blost (?:my|a|his|her)|missing|wallet|left (?:my|a) |found/i,
  handling:
    /민원|건의함|고객의\s?소리|고객\s?상담실|고충|답변(?:이|을)?\s?(?:없|안|못|안\s?왔)|홈페이지에\s?(?:글|올)|접수\s?번호|담당자\s?연락|complaint (?:number|office)|no reply/i,
  outside:
    /광고|홍보|문자가?\s?(?:계속|자꾸|와)|스팸|보이스\s?피싱|기부|후원|봉사|채용|면접|실습|납품|업체|협력|행사|공연|전시|종교|전도|포교|미사|예배|기도|강아지|고양이|비둘기|동물|드론|시위|현수막|donat|volunteer|job|spam|preach|advert|event|dog\b/i,
  staffNurse: /간호|조무사|nurse/i,
  staffDoctor: /의사|교수|원장|과장|전공의|레지던트|인턴|주치의|doctor|\bdr\b|professor|surgeon/i,
  staffTherapist: /치료사|치료\s?선생|therapist/i,
  staffOffice:
    /원무|(?:접수|수납|창구|예약|상담|콜센터|주차|발렛|데스크).{0,6}(?:직원|선생|분이|여자|남자|아가씨|아저씨|요원|원이|하시는)|상담원|주차\s?(?:요원|관리)|receptionist|cashier|clerk|attendant|front desk|operator/i,
  staffHouse: /보안|경비|청원경찰|미화|청소\s?(?:하시|하는|아주|아저|여사|직원)|guard|cleaner|janitor|security/i,
  staffGuide: /안내\s?(?:데스크|직원|하시|도우미|하는)|봉사자|도우미|information desk|volunteer/i,
  staffAny: /직원|선생님|근무자|담당자|여직원|staff|employee|worker/i,
  staffOther: /약사|영양사|배식|조리|방사선사|임상병리|채혈하|기사|사회복지사|pharmacist|technician|dietitian/i,
  praise: /감사|고맙|고마[워웠]|칭찬|최고|훌륭|좋았|만족|덕분|thank|grateful|excellent|wonderful|great\b|best\b/i,
  proposal:
    /좋겠|건의|제안|어떨까|설치|늘려|도입|만들어|개선해|바랍니다|suggest|would be|please (?:add|install|consider)/i,
  asking:
    /나요|까요|인가요|되나|하나요|있나|어떻게|언제|어디|얼마|궁금|문의|알고\s?싶|\?|how (?:do|can|much|long)|when|where|can i|is there/i,
}
