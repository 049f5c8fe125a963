const GOODS =
  /대출|카지노|토토|바카라|슬롯|리딩방|주식\s?(?:추천|정보)|코인\s?(?:추천|투자)|수익\s?(?:보장|인증)|부업|재택\s?알바|명품\s?(?:레플|이미테이션)|성인\s?용품|비아그라|시알리스|\bcasino\b|\bcrypto\b|\bviagra\b|\bforex\b|\bSEO\b/gi
const CALLS =
  /https?:\/\/|www\.|\b\w+\.(?:com|net|xyz|shop)\b|카톡\s?(?:추가|문의|주세요|아이디)|오픈\s?채팅|텔레(?:그램)?|클릭|가입\s?(?:시|하면|하세요|하고)|무료\s?(?:체험|상담|증정)|지금\s?바로|선착순|연이율|당일\s?(?:입금|승인)|click|free trial|sign up|earn \$?\d/gi

/** Tells whether a message advertises: goods that are sold by such messages, with a way to them. */
export function isSpam(text: string): boolean {
  const goods = text.match(GOODS)?.length ?? 0
  return goods > 1 || (goods === 1 && text.search(CALLS) !== -1)
}
