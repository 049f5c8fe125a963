import { anyOf } from '../rules/anyOf.ts'

/** Places and things of a hospital that a text may speak of. */
export const PLACE_CONCEPTS: Readonly<Record<string, RegExp>> = {
  parking: anyOf(String.raw`
    주차|발렛|발레|차단기|정산기|만차|출차|입차|차를?\s?(?:빼|대|세우|못\s?대|긁)|자리\s?찾|파킹|대리주차|기계식|parking|\bvalet|garage|park my car|parked
  `),
  transport: /셔틀|버스|택시|승하차|하차장|정류장|전기차|충전|오토바이|자전거|구급차|shuttle|\btaxi|\bbus\b/i,
  wayfinding: anyOf(String.raw`
    표지|안내판|안내도|이정표|화살표|안내선|유도선|약도|층별|동선|길\s?(?:찾|을|이|안내)|헤[매맸맨]|어디로\s?가|어디인지|어딘지|위치|찾기가?|찾아가|못\s?찾|빙빙|뺑뺑|돌고\s?돌|미로
    (?:본관|별관|신관|동관|서관|[a-z]동|\d동).{0,14}(?:본관|별관|신관|동관|서관|[a-z]동|\d동)|건물\s?(?:이름|찾)|\bsigns?\b|signage|directions?|get lost|got lost|\bmaze|find the|where is
    arrows?|\bmap\b|blue line|yellow line
  `),
  reception: /접수|창구|번호표|원무|로비|reception|front desk|counter|registration/i,
  toilet: /화장실|변기|세면대|휴지|비데|소변기|대변|화장지|비누|손\s?씻|toilet|restroom|bathroom|\bsink\b|soap/i,
  shower:
    /샤워|온수|따뜻한\s?물|뜨거운\s?물|물이?\s?(?:안\s?나|새|차갑|미지근)|누수|빗물|배수|세탁|shower|hot water|leak(?:s|ing|ed)? (?:from|water)|laundry/i,
  cleanliness: anyOf(String.raw`
    더럽|더러[워웠]|지저분|악취|냄새|청소|먼지|곰팡|쓰레기|얼룩|때가|찌든|찝찝|위생|청결|소독|핏자국|피가\s?묻|벌레|바퀴|모기|개미|쥐가|날파리|빈대|dirty|filthy|smell|stain|dust|mold|cockroach|\bbugs?\b|garbage|trash
    hygien
  `),
  temperature: anyOf(String.raw`
    에어컨|냉방|난방|히터|온풍|온도|춥|추[워웠]|덥|더[워웠]|찜통|환기|공기가|답답한\s?공기|건조|습하|습도|선풍기|창문|air.?con|heating|heater|freezing|too (?:hot|cold)|stuffy|ventilat|\bwindow
  `),
  lift: /엘리베이터|엘베|승강기|에스컬레이터|elevator|escalator|\blifts?\b/i,
  furniture:
    /의자|소파|침대|매트|시트|베개|이불|담요|탁자|커튼|옷장|사물함|거울|수유실|휴게실|놀이방|라운지|벤치|chairs?\b|\bbeds?\b|mattress|pillow|blanket|curtain|locker|nursing room|lounge/i,
  equipment:
    /텔레비전|tv|티비|리모컨|와이파이|인터넷|콘센트|충전기|전등|조명|불이?\s?(?:안|나가|꺼|켜)|형광등|어두[워운]|정수기|자판기|냉장고|전자레인지|방송|스피커|wi-?fi|socket|outlet|\blights?\b|charger|water dispenser|vending/i,
  access:
    /휠체어|경사로|문턱|단차|점자|장애인|유모차|난간|손잡이|계단|자동문|회전문|유아차|wheelchair|\bramp|stroller|stairs|automatic door|disabled/i,
  building:
    /공사|드릴|소음|리모델링|시설|건물|고장|망가|파손|깨[졌진져]|좁|낡|노후|비좁|미끄|물기|바닥|천장|벽|정원|옥상|흡연실|흡연\s?부스|지붕|캐노피|construction|broken|out of order|slippery|floor|ceiling|facility|garden|narrow|old building/i,
  ward: /병실|병동|입원|\d인실|일인실|이인실|다인실|다인병실|병상|침상|간호사실|스테이션|퇴원|\bwards?\b|hospitali[sz]ed|inpatient|my room|discharg|single room/i,
  emergencyRoom: /응급실|응급센터|응급의료|응급|emergency|\ber\b/i,
  intensiveCare: /중환자실|집중치료|nicu|icu|신생아실|분만실|인큐베이터|투석실|인공신장/i,
  shop: anyOf(String.raw`
    매점|편의점|카페|커피|빵집|푸드코트|상가|꽃집|은행|atm|현금인출|우체국|미용실|기념품|의료기상|매장|convenience store|\bcafe\b|coffee shop|gift shop|vendor|노점|택배
  `),
  funeral: /장례|빈소|상주|조문|영안실|발인|상조|입관|안치|근조|화환|funeral|mourning|mortuary/i,
  smoking: /담배|흡연|금연|연기|전자담배|smok|cigarette|\bvap/i,
  app: anyOf(String.raw`
    (?<![가-힣])앱|어플|홈페이지|사이트|로그인|회원가입|인증|비밀번호|비번|업데이트|웹|온라인|모바일|오류|에러|먹통|튕|키오스크|무인|터치|\bapp\b|website|log ?in|password|kiosk|online|\bcrash
  `),
  chatbot:
    /챗봇|챗팅|채팅|봇이|이\s?봇|상담봇|ai\s?상담|자동\s?(?:응답|답변)|카톡\s?상담|상담창|기계랑|사람이랑|chatbot|\bbot\b|this chat|robot/i,
  phone:
    /전화|통화|콜센터|대표번호|ars|연결음|수화기|상담원|수신|부재중|문자|알림톡|메시지|phone|\bcall(?:ed|s|ing)?\b|hotline|hold music|text message|\bsms\b/i,
}
