import type { Category } from '../../../src/tickets/vocabulary.ts'
import { ATTITUDE } from './attitude.ts'
import { anyOf } from './anyOf.ts'

/** Words of a category and what one hit adds: 1 a hint, 2 usual, 3 typical, 4 to 6 decides against other subjects. */
export type CategoryRule = readonly [weight: number, words: RegExp]

/** Each rule counts once, however often its words occur. */
export const CATEGORY_RULES: Readonly<Record<Category, readonly CategoryRule[]>> = {
  waiting: [
    [3, /예약(?:인데|했는데|이었는데|이었지만).{0,20}(?:시에야?|시가|지나|넘|늦)/],
    [3, /기다[리려렸림]|대기\s?(?:시간|중|하|가|만|줄|인원)|순서가?\s?(?:밀|안|늦|뒤)|번호표|새치기/],
    [
      2,
      /(?:\d+|한|두|세|네|몇|반)\s?시간\s?(?:넘|이상|째|동안|반|이나|을|씩)?|\d+분\s?(?:넘|이상|째|동안|이나|씩)|오래\s?걸|지연|줄이\s?(?:너무\s?)?길/,
    ],
    [3, /\bwait(?:ed|ing|s)?\b|\bqueue|in line\b|\bdelay/i],
  ],
  reservation: [
    [1, /예약|접수|appointment|booking|reserv/i],
    [
      4,
      /예약.{0,8}(?:안\s?(?:되|돼|됐|잡)|없|누락|취소|변경|꼬|잘못|바꾸|바뀌|실수|중복|힘들|어려|불가|오류)|(?:당일|온라인|전화|앱)\s?(?:예약|접수)/,
    ],
    [
      3,
      /전화.{0,6}(?:안\s?받|연결|불통|먹통|통화\s?중)|키오스크|앱(?:이|에서|으로|을|\s)|어플|홈페이지|로그인|콜\s?센터|자동\s?응답|ARS/,
    ],
    [
      3,
      anyOf(String.raw`
        (?:cancel|resched|lost|no).{0,20}appointment
        appointment.{0,25}(?:cancel|lost|wrong|missing|not|never)|kiosk|\bapp\b|website|nobody answers
        can'?t book
      `),
    ],
  ],
  billing: [
    [
      3,
      /진료비|병원비|치료비|검사비|입원비|수술비|비용|영수증|청구|비급여|보험|실비|실손|결제|본인\s?부담|정산|바가지|이중\s?(?:청구|결제)|환불/,
    ],
    [2, /요금|금액|수납|할인|카드|현금|비싸|\d원|만\s?원|돈을/],
    [4, /과다\s?청구|(?:두|2)\s?번\s?(?:결제|청구|수납)|(?:잘못|더|많이)\s?(?:청구|결제|받)/],
    [
      3,
      /\bbill(?:s|ed|ing)?\b|charge[ds]?|\bfee|\bcost|expensive|insurance|payment|\bpaid\b|receipt|refund|overcharg/i,
    ],
  ],
  parking_guidance: [
    [5, /주차(?!\s?(?:요원|직원|관리|안내원|담당))|발렛|차단기|셔틀|\bparking|valet|shuttle/i],
    [
      3,
      anyOf(String.raw`
        표지판|안내판|안내도|이정표|길을?\s?(?:못|잃|헤)|어디로\s?가야|찾(?:기가?\s?(?:힘들|어려)|을\s?수가?\s?없)|헤[맸매]|잘못\s?안내
        안내가?\s?(?:없|부족|잘못)|\bsigns?\b|signage|got lost|directions
      `),
    ],
  ],
  records_documents: [
    [
      5,
      anyOf(String.raw`
        재발급|진단서|소견서|의무\s?기록|진료\s?기록|차트\s?사본|제증명|증명서|확인서|세부\s?내역서|서류\s?(?:발급|신청|떼)
        (?:영상|MRI|CT)\s?(?:CD|씨디|복사)|기록\s?사본|medical records?|certificate|copy of my (?:chart|records?)
      `),
    ],
    [2, /서류|발급|사본|대리\s?발급|documents?\b|paperwork/i],
  ],
  medical_care: [
    [2, /진료(?!비|실|과|\s?기록|\s?예약|부)|치료|처치|수술|시술|회진|진찰|treatment|surgery|operation|examined me/i],
    [
      4,
      anyOf(String.raw`
        진료\s?(?:거부|시간이?\s?짧)|\d+분(?:도|만에)?\s?(?:안|보고|진료|만)|대충|과잉\s?진료|불필요한|성의\s?없(?:이|는)\s?진료
        (?:보지도|듣지도)\s?않|안\s?봐\s?주|치료사가?\s?(?:자주|계속|또)|refused to (?:see|treat)|rushed|unnecessary
      `),
    ],
    [1, /의사|교수|주치의|\bdoctor/i],
  ],
  explanation: [
    [
      4,
      anyOf(String.raw`
        설명(?:이|을|도|해|없|\s?없|은|\s?부족|\s?안|조차|하지|받지)
        (?:말|얘기|이야기|안내|고지)(?:이|가|도|를|을|은|조차)?\s?(?:전혀\s?)?(?:없|안\s?해|못\s?들|안\s?하)|알려\s?주지|안\s?알려|동의서
        듣지\s?못|물어봐도
      `),
    ],
    [4, /\bexplain|explanation|did(?:n'?t| not) tell|never told|no one told|consent form|not informed/i],
  ],
  nursing: [
    [
      3,
      anyOf(String.raw`
        목욕|씻[겨기]|양치|(?:호출|콜|비상)\s?(?:벨|버튼)|벨을?\s?(?:눌|몇)|호출(?:해도|을|했)|수액|링거|욕창|기저귀|체위|소변줄|간병|환의|억제대
        신체\s?보호대|낙상|침대에서\s?(?:떨어|굴러)
      `),
    ],
    [2, /간호|병실|병동|입원|주사|혈관|면회|\bward\b|inpatient|bedside/i],
    [1, /간호사|nurse/i],
    [
      3,
      /call (?:bell|button)|\bIV\b|\bdrip\b|bedsore|diaper|fell (?:out of|from) (?:the |her |his |my )?bed|caregiver/i,
    ],
  ],
  pharmacy: [
    [
      4,
      anyOf(String.raw`
        약국|약사|조제|복약|투약구|약\s?(?:봉투|봉지|개수|갯수)|약에\s?다른|처방전
        약(?:이|을|은|도)?\s?(?:다르|달라|빠[졌지]|바뀌|바뀐|모자|부족|덜|잘못|틀리|안\s?들)|처방(?:이|을|된)?\s?(?:잘못|다르|빠|누락)|유통\s?기한
      `),
    ],
    [2, /처방|(?<![가-힣])약(?:이|을|은|도|\s|만)|알약|가루약|물약|medicine|medication|\bpills?\b|drug/i],
    [3, /pharmac|prescription|dispens/i],
  ],
  examination: [
    [
      3,
      anyOf(String.raw`
        (?:MRI|CT|PET)(?![가-힣]*\s?(?:CD|복사))|엑스레이|x-?ray|초음파|내시경|채혈|피\s?(?:검사|뽑|를\s?(?:\S+\s)?뽑)|혈액|영상의학
        조직\s?검사|검진|심전도|소변\s?검사|바늘을?\s?(?:몇|여러|세|네|\d)|ultrasound|endoscop|blood (?:test|draw)|\bscan\b
      `),
    ],
    [
      3,
      /(?:검사\s?)?결과(?:가|를|는|도)?\s?(?:\S+\s?){0,2}(?:안|아직|늦|못)|검사(?:가|를|실|는)?|test results?|lab\b/i,
    ],
  ],
  facility: [
    [
      4,
      anyOf(String.raw`
        화장실|변기|청소(?!하)|더럽|더러|지저분|악취|냄새|냉방|난방|에어컨|히터|춥|추워|추웠|더워|더웠|덥|엘리베이터|승강기|에스컬레이터|미끄|벌레|바퀴벌레|모기|곰팡이
        온수|샤워|물이\s?(?:새|안)|누수|문턱|경사로|단차|와이파이|wi-?fi|정수기|먼지|위생|휴지|세면대|콘센트|불이\s?(?:안|나갔)|조명|점자
      `),
    ],
    [2, /시설|휠체어|의자|바닥|침대|시트|이불|공사|고장|좁|환기|주삿?바늘이?\s?(?:떨어|있)|난간/],
    [
      4,
      anyOf(String.raw`
        toilet|restroom|bathroom|dirty|smell|elevator|air.?condition|heating|slippery|cockroach
        \bbugs?\b|mold|wheelchair|ramp|filthy|too (?:cold|hot)
      `),
    ],
  ],
  meal: [
    [
      4,
      anyOf(String.raw`
        (?<![가-힣])밥(?:에|이|을|은|도|\s|맛)|식사|식단|반찬|급식|배식|치료식|당뇨식|저염식|음식|환자식|도시락|식판|국이|죽이?\s?(?:나오|나왔|식)
        맛이?\s?(?:없|이상)|머리카락이?\s?(?:나|들|있)|영양사|\bmeals?\b|\bfood\b|breakfast|lunch|dinner|\btray\b
      `),
    ],
    [2, /알레르기|이물질?|allerg/i],
  ],
  medical_accident: [
    [
      6,
      anyOf(String.raw`
        의료\s?사고|의료\s?과실|오진|의료진\s?(?:실수|과실)|신경\s?손상|재수술|(?:거즈|기구|이물질?)(?:가|이|를|을)?\s?(?:몸|배|안에|남)
        (?:수술|시술|주사|마취|치료|투약|내시경)(?:를|을|\s)?\s?(?:받고|받은|하고|맞고|맞은|한|이후|후|뒤|다음|중|중에).{0,25}(?:마비|안\s?움직|못\s?움직|움직이지|감각이|감각\s?이상|감염|악화|고름|염증|천공|후유증|의식|사망|돌아가|못\s?걷|걷지|실명|안\s?보이|화상|뇌\S{0,3}손상|부러)
        malpractice|misdiagnos
      `),
    ],
    [
      5,
      anyOf(String.raw`
        부작용|후유증|돌아가셨|돌아가신|사망|장애가\s?(?:생|남)|합병증|쇼크|화상을?\s?입|골절|뇌출혈|(?:잘못|엉뚱).{0,8}(?:수술|시술)
        (?:주사|투약|약).{0,4}\s?(?:잘못|실수)\s?(?:로|해서|되어|돼서|놔|놓).{0,20}(?:붓|부었|부어|멍|쓰러|응급|입원|의식|발진)
        medical (?:accident|error)|side effect|wrong (?:surgery|leg|side|operation)
        (?:after|since) (?:the |my )?(?:surgery|operation|injection).{0,40}(?:can'?t|cannot|numb|paraly|infect|worse)
        \bdied\b|complication
      `),
    ],
    [
      4,
      /감염(?:됐|되|이)|낙상.{0,15}(?:골절|다쳤|꿰맸|출혈)|(?:다른|옆)\s?(?:환자|사람|분)(?:의|\s)?\s?(?:약|주사|수액|피).{0,6}(?:먹|맞|투여|넣|수혈)/,
    ],
  ],
  privacy: [
    [
      6,
      anyOf(String.raw`
        개인\s?정보|사생활|프라이버시|무단\s?열람|정보\s?유출|유출
        (?:다른|옆|모르는|남의|딴)\s?(?:분|사람|환자|보호자)(?:이|가|의|에게|한테|께|들)?.{0,12}(?:검사지|결과지?|서류|진단서|처방전|기록|영수증|차트).{0,10}(?:보여|줬|주었|주셨|갔|받|들|봤|나)
        (?:검사지|결과지?|서류|진단서|처방전|기록|차트)(?:를|을|가|이)?.{0,10}(?:다른|모르는|엉뚱한|남의|딴)\s?(?:분|사람|환자)|privacy
        personal (?:data|information)|confidential|data leak
      `),
    ],
    [
      5,
      anyOf(String.raw`
        (?:큰\s?소리로|크게|다\s?들리게|다들?\s?듣는|사람들?\s?앞에서).{0,25}(?:병명|진단|이름|증상|결과|병을|말)
        (?:병명|진단|이름)(?:을|를)?.{0,12}(?:큰\s?소리|크게|다\s?들리)|(?:기록|차트|정보)(?:을|를).{0,10}(?:몰래|허락|동의\s?없이|훔쳐)
        (?:허락|동의)\s?(?:도\s?)?없이.{0,10}(?:촬영|찍|공개|올)|커튼(?:도|을|이).{0,6}(?:안|않|열)|CCTV|단톡방
        my (?:results?|chart|records?|diagnosis).{0,25}(?:someone|another|other|everyone|strangers?)
        (?:another|other|someone else'?s?) (?:patient'?s? )?(?:test |lab )?(?:results?|records?|chart)
        (?:read|said|shouted) my (?:name|diagnosis).{0,15}(?:loud|out)
      `),
    ],
  ],
  staff_attitude: [
    [5, ATTITUDE],
    [6, /성희롱|성추행|폭행|때렸|밀쳤|차별|반말|욕설|막말|폭언|불친절|racist|discriminat|sexual/i],
  ],
  other: [
    [
      4,
      anyOf(String.raw`
        매점|편의점|카페|보호자\s?(?:침대|식)|도난|훔쳐|훔친|도둑|분실|잃어버|없어졌|장례식장|방문객|면회객|챗봇|상담봇|이\s?봇|stolen|theft
        convenience store|cafeteria prices|chatbot|funeral
      `),
    ],
    [
      5,
      anyOf(String.raw`
        흡연|담배|smok|(?:옆|앞|같은)\s?(?:병상|침대|자리|방|병실|환자|보호자|사람).{0,20}(?:시끄|떠들|통화|코\s?골|소리|싸우|틀어|담배|술)|코골이
        밤새.{0,8}(?:통화|떠들|시끄)|other patients?.{0,25}(?:loud|noisy|shout|smok)|roommate
      `),
    ],
    [2, /시끄|소음|떠들|noisy|noise/i],
  ],
}
