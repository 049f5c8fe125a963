/** How usual a syllable is in its place of a given name: 2 very, 1 known, 0 unheard of. */
type Weight = 0 | 1 | 2

const FIRST_USUAL =
  '민서지예하은수윤도준현시유채소다나가연태재승정성진영동상경미혜희선주우건규종광병창명춘순옥인원용세효아보해형호기대'
const FIRST_KNOWN =
  '낙꺽불본로라루온한찬석철근길난남노단달담덕돈두래려리린마막만말매맹무문바방배백범복봉분빛사산삼새샘설솔송숙슬신안애양언여열오완요운웅월율의이익인일임자장전점제조중차천초충치택판평필학향혁흥화환휘훈홍끝귀교강갑고곤관구국권균금간걸겸계곽군딸모묘부북비빈상섭솜야억엘연왕외욱위육음조존준즐직창처청추출탁탄태토팔표품피후휴흠봄꽃든들람럭륜름리쌍큰'
const LAST_USUAL =
  '민서준우현진윤은연빈원희영숙순수호훈철식환혁욱석섭태규아인주경정미혜선성림란례자화옥남린율하솔슬결찬건온별재구지'
const LAST_KNOWN =
  '검름늘국권균근길기덕돈동한도라만모무묵범복봉분상용웅일종중창춘택표필학향형홍휘흠단담달든람래록렬률리비빛샘새설송승신심안애엽예오완월유이임점제조채천출평해헌협나다가로루녀년곤교룡팔흔열탁혜후휴효환헌배백방문물솜봄롱랑름돌쇠손숙억언울운음의익장절존즙즈직집춘충친탄펴풍학향황흥갑강거걸겸곡관광군귀극금엘윌음린샛'

/** Given names so usual that few other words are as likely. */
const USUAL_PAIRS = new Set(
  `
  루아 루다 별하 민채 별이 봄이 솔이 민지 서연 서윤 지우 서현 하윤 하은 민서 지유 윤서 채원 수아 지아 지윤 은서 다은 예은 수빈 소율 예린 예원 소윤 지원 지민 유진 채은 윤아 유나 서아 하린 나은 가은 수민 서영 연우
  시은 예진 유빈 지안 아린 다인 서준 민준 도윤 예준 시우 하준 주원 지호 지후 준서 준우 현우 도현 지훈 건우 우진 선우 민재 현준 연준 유준 정우 승우 승현 시윤 준혁 은우 지환 승민
  지성 유찬 윤우 민성 준영 시후 진우 지한 수호 재윤 태윤 동현 재원 민규 한결 재민 은찬 윤호 민우 태민 성민 영수 영호 영철 정수 성수 정호 정훈 성호 성훈 상훈 영훈 동훈 재훈 승훈
  현수 민수 철수 준호 민호 진호 재호 창호 경호 병철 영식 종수 영진 상철 종호 광수 용수 동수 길동 기영 영희 영숙 순자 정숙 정희 영자 미숙 미경 경희 경숙 현숙 은주 은영 은정 은희
  은숙 은경 미영 미정 미자 미희 지영 지은 지혜 지현 지연 지숙 혜진 혜영 혜정 혜경 수진 수정 수현 수연 수경 현정 현주 현진 현경 선영 선희 선미 정은 정아 정민 정현 정미 정화 소영
  소연 소희 보라 아름 아영 유정 유미 윤정 윤희 윤미 민정 민경 민아 민희 진영 진희 진아 진숙 말순 옥순 춘자 복순 금자 순옥 순희 명숙 명희 명자 경자 영순 영란 영미 영애 영옥 영주
  영은 효진 효정 나영 나연 다영 다혜 세영 세진 예지 예슬 유경 인숙 인경 재영 주연 주희 주영 태희 하나 한나 혜숙 혜원 희정 희진 성진 성우 성준 성현 태현 태호 태영 태준 형준 형석
  호준 기훈 기현 건호 경민 경수 규현 대현 도훈 동욱 동건 동희 두현 명수 명호 무현 민석 민철 민혁 범수 병수 병호 상우 상현 상민 석진 석훈 선호 세훈 승호 승철 승준 시현 원석 원준
  용준 용호 우성 우현 윤석 윤수 은호 인수 인호 재석 재현 재혁 재욱 정환 정석 종현 종민 종석 주현 주호 준형 준석 준수 지석 지용 진수 진석 진혁 찬우 찬호 창민 창수 철호 치훈 태우
  필립 하늘 한솔 현석 현철 현호 형우 홍철 효준 희철 희수 고은 성은 주은 혜은 세은 서은 유은 보은 재은 경은 사은 효은 라은 수은 태은 찬은 현은 상은 민은 승은 희은 아은 수지 은지
  윤지 연지 선지 혜지 영지 서지 다지 예서 현서 연서 지서 진서 채서 하서 희서 유서 이서 로서 유이 소이 라이 로이 제이 이도 숙자 말자 화자 희자 길자 연자 계자 분자 민기 영기 성기
  준기 진기 현기 태기 병기 재기 광기 홍기 윤기 은기 춘기 철기 승기 완기 창기 형기 서인 가인 해인 채인 혜인 세인 수인 정인 나인 요한 주한 태한 이한 규한 성한 재한 준한 도한 승한
  영한 지나 세나 예나 다나 미나 리나 소나 수나 해나 유라 세라 소라 미라 아라 혜라 희라 노라 이로 영만 재만 상만 성만 종만 동만 용만 철만 정만 광만 수만 은해 지해 정해 영대 성대
  영일 성일 정일 승일 경일 재일 광일 다희 다정 다솜 다현 다빈 가연 가영 가윤 가희 가현 나래 나윤 나현 나희 도하 도영 도진 도혁 라온 라희 로운 로아 로하 리아 리안 리원 미주 미진
  미선 민솔 민영 민하 보민 보영 보미 보경 봄이 상진 상일 상혁 상호 상희 서우 서진 서율 서하 서희 서후 선율 선재 선주 선화 설아 세현 세희 소담 소민 소정 소현 소미 솔이 수린 수하
  수희 승희 시연 시온 시아 시하 시호 아인 아윤 아진 연아 연재 영길 영남 영복 영신 영재 영태 예담 예림 예빈 온유 우빈 우혁 우재 유담 유림 유안 유주 유현 윤하 윤재 윤찬 은솔 은비
  은설 은율 은성 은수 은재 은채 은결 이든 이안 이준 이현 인영 인애 인혜 인화 재하 재연 재이 정빈 정원 정후 정순 정임 정옥 종원 종혁 종환 주안 주하 준용 준현 준희 지수 지선 지온
  지율 지형 지희 진솔 진욱 찬영 찬희 창희 채린 채아 채영 채이 채현 초롱 초아 태린 태리 태수 태인 태경 태규 태식 하경 하랑 하람 하빈 하연 하영 하율 하진 해솔 해수 해원 해준 해찬
  혁준 현빈 현승 현식 현아 현영 현욱 현태 혜림 혜미 혜빈 혜선 혜수 혜연 호연 호영 효린 효빈 효선 효주 희연 희영 희재 희주 점례 점순 말례 옥자 옥희 옥례 옥분 금순 금례 금옥 분남
  분이 분례 순례 순덕 순임 순남 순분 순영 덕수 덕순 덕자 복례 복남 복희 봉수 봉자 봉순 봉례 판수 판돌 갑수 갑순 을순 삼순 막례 막순 끝순 귀남 귀례 귀순 귀자 두식 만복 만수 만호
  종례 춘식 춘희 춘례 춘봉 춘월 태복 필순 필례 학수 학순 학철 해순 화순 화영
`
    .trim()
    .split(/\s+/),
)

/** Given names that are words of the language: sea, sunset, joy. After a family name they are hardly ever the word. */
const NATIVE = new Set(
  `
  바다 노을 하늬 여울 기쁨 보름 미소 새롬 새로미 슬기 아름 하늘 샛별 별님 은별 한별 다솜 가람 나래 나리 누리 다래 다롱 도담 두리 라온 로운 마루 마리 모아 미르 미리내 버들 보라 보람 보미 봄이 봄날 빛나
  빛나리 사랑 산들 새봄 새벽 새별 새솔 샘이 샘나 세찬 솔비 솔잎 송이 슬아 슬예 시내 아라 아람 아롱 알찬 여름 가을 겨울 예슬 온누리 우람 우리 윤슬 으뜸 은솔 은가람 이든 이슬 잎새 잔디 조은 정다운 찬슬
  찬별 초롱 초아 푸름 푸른 푸르매 하나 하람 하얀 하제 한길 한결 한들 한솔 한울 해나 해든 해솔 해울 해찬 힘찬 햇살 햇님 해님 해달 보배 소라 소담 소리 단비 은비 금비 꽃님 꽃별 꽃잎 달님 달샘 달래
  바람 별하 별찬 비단 산하 새날 새연 새암 슬찬 슬옹 아리 아미 아진 가온 가온누리 그린 그루 고운 고은 나라 나무 나은 난새 너울 노아 늘봄 늘찬 다온 다운 다움 다은 다혜 단아 대찬 도란 도아 두빛나래 든솔 든해 라미
  라별 루리 리라 맑음 매아리 무지개 물결 미나 민들레 믿음 소망 은총 은혜 축복 찬송 찬미 주님 요셉 한나 하은 예찬 람찬 보람찬 빛솔 빛찬 세움 솔찬 솔아 온유 온새 온비 온빛 윤빛 으뜸 이룸 자람 재롱 조이 지음 참슬
  참솔 찬란 찬솔 찬들 큰별 큰솔 튼튼 풀잎 피어라 하린 한봄 한빛 해빛 해들 해오름 햇빛 혜윰 희나리 샘물 별빛 달빛 은빛 금빛 봄비 봄볕 이레 여린 나비 도도 두루 라라 루아 루다 로이 모란 무궁 벼리 사린 서리 소슬 소래 소례
  `
    .trim()
    .split(/\s+/),
)

/** Whether it is a given name made of a word of the language, with two syllables or three. */
export function isNativeGiven(given: string): boolean {
  return NATIVE.has(given)
}

/** How usual two syllables are as a given name, 0 (none) to 4. */
export function weighGiven(given: string): number {
  const first = weigh(given.charAt(0), FIRST_USUAL, FIRST_KNOWN)
  const last = weigh(given.charAt(1), LAST_USUAL, LAST_KNOWN)
  return first === 0 || last === 0 ? 0 : first + last
}

export function isUsualGiven(given: string): boolean {
  return USUAL_PAIRS.has(given)
}

/** Whether one syllable alone may be a given name, as in 이준. */
export function isShortGiven(syllable: string): boolean {
  return weigh(syllable, LAST_USUAL, LAST_KNOWN) > 0
}

function weigh(syllable: string, usual: string, known: string): Weight {
  if (syllable === '') return 0
  if (usual.includes(syllable)) return 2
  return known.includes(syllable) ? 1 : 0
}

/** What given names are made of, for those who have to invent some. */
export const GIVEN_PARTS = {
  usual: [...USUAL_PAIRS],
  native: [...NATIVE],
  first: Array.from(FIRST_USUAL + FIRST_USUAL + FIRST_KNOWN),
  last: Array.from(LAST_USUAL + LAST_USUAL + LAST_KNOWN),
} as const
