const DEPARTMENT =
  '(?:소화기|호흡기|순환기|심장|신장|내분비|혈액종양|감염|류마티스|알레르기|흉부|신경|정형|성형|소아|소아청소년|이비인후|산부인|비뇨의학|비뇨기|피부|가정의학|재활의학|정신건강의학|정신|마취통증의학|응급의학|영상의학|핵의학|방사선종양학|안|치|내|외)\\s?(?:내과|외과|과)'
const ROOM =
  '(?:응급(?:실|센터)|중환자실|수술실|회복실|분만실|신생아실|투석실|인공신장실|주사실|처치실|채혈실|검사실|내시경실|초음파실|(?:MRI|CT|엑스레이)\\s?(?:촬영|검사)?실|영상의학과|물리치료실|작업치료실|재활\\s?치료실|치료실|진료실|대기실|상담실|회의실|샤워실|탈의실|휴게실|배선실|세면실|건강\\s?검진\\s?센터|검진\\s?센터|암\\s?센터|심장\\s?센터|간호사실|스테이션|병실|병동)'
const PLACE =
  '(?:주차장|주차\\s?(?:정산소|타워)|지하\\s?주차장|수납\\s?(?:창구|처|대)?|접수\\s?(?:창구|처|대)|창구|원무과|약국|약제과|투약구|화장실|로비|엘리베이터|승강기|에스컬레이터|계단|복도|정문|후문|입구|출입구|현관|식당|편의점|매점|카페|장례식장|안내\\s?데스크|키오스크|셔틀버스|셔틀|정류장|외래|제증명\\s?창구)'
const FLOOR = '(?:지하\\s?)?(?:\\d{1,2}|[Bb]\\d)\\s?층'
const BUILDING = '(?:본관|신관|별관|동관|서관|남관|북관|[A-Za-z가-다\\d]{1,2}동(?!안))'
const NUMBERED = '(?:\\d{2,3}\\s?병동|\\d{1,4}\\s?호실?|\\d{1,2}번\\s?(?:창구|진료실|검사실|출구))'
const PART = `(?:${BUILDING}|${FLOOR}|${NUMBERED}|${DEPARTMENT}|${ROOM}|${PLACE})`
const KOREAN = new RegExp(`(?<![가-힣\\d])${PART}(?:\\s?${PART}|\\s(?:앞|옆|뒤|안)(?=[\\s에은는이가의]|$)){0,4}`, 'g')

const PLACE_EN =
  "(?:emergency room|ER\\b|ICU|intensive care|operating room|waiting (?:room|area)|parking (?:lot|garage|area)|restrooms?|bathrooms?|toilets?|pharmacy|cafeteria|lobby|elevators?|reception(?: desk)?|front desk|information desk|billing (?:desk|counter|office)|ward(?: \\d+\\w?)?|room \\d+|MRI room|x-ray room|lab\\b|hallway|entrance|outpatient clinic|(?:eye|dental|children's|cardiology|dermatology|orthopedics?) (?:clinic|department|center)|delivery room)"
const ENGLISH = new RegExp(
  `\\b(?:(?:the )?(?:\\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|basement)[- ]floor (?:${PLACE_EN})?|${PLACE_EN}(?:,? (?:on|in) the \\w+ floor)?)`,
  'gi',
)

/** The place in the hospital that a text names, as said, the most exact one; undefined where it names none. */
export function findWhere(text: string): string | undefined {
  const places = [...text.matchAll(KOREAN), ...text.matchAll(ENGLISH)].map(([place]) => place.trim())
  return places.toSorted((a, b) => partsIn(b) - partsIn(a))[0]
}

function partsIn(place: string): number {
  return place.match(new RegExp(PART, 'g'))?.length ?? 1
}
