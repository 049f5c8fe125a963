/** What a short reply says to a yes-or-no question; undefined when it says neither. */
export function readYesNo(text: string): boolean | undefined {
  const said = normalise(text)
  if (NO.has(said)) return false
  if (YES.has(said)) return true
  return undefined
}

/** The value of the offer whose label was typed out; undefined when none was. */
export function readLabel(
  text: string,
  offers: readonly { readonly value: string; readonly label: string }[],
): string | undefined {
  const said = normalise(text)
  if (said === '') return undefined
  return offers.find((offer) => normalise(offer.label) === said)?.value
}

/** A Korean phone number out of free text, as digits; undefined when none is there. */
export function readPhone(text: string): string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[–—―]/g, '-')
  const found =
    /(?:\+?82[\s.-]*(?:\(0\)\s*)?|0)(1[016789]|2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d)[\s.)-]*(\d{3,4})[\s.-]*(\d{4})(?!\d)/.exec(
      plain,
    )
  return found ? `0${found[1]}${found[2]}${found[3]}` : undefined
}

/** Lower case, only letters and digits, so that "네!", "네 ^^", "네 👍" and "네" are one. */
export function normalise(text: string): string {
  return text
    .replaceAll(/[ㅎㅋㅠㅜ]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Tells whether a message has no words: a photo or a file, which KakaoTalk hands over as an address. */
export function isFileAlone(text: string): boolean {
  return text.trim() === '' || /^https?:\/\/\S+$/.test(text.trim())
}

/** Tells whether a yes or no says nothing of what it answers, so that one sent twice could answer two questions. */
export function isBareYesOrNo(text: string): boolean {
  return readYesNo(text) !== undefined && !/동의|접수|agree/.test(normalise(text))
}

const YES = new Set(
  [
    '네',
    '예',
    '넵',
    '넹',
    '옙',
    '네네',
    '예예',
    '응',
    '어',
    '그래',
    '그래요',
    '좋아요',
    '동의',
    '동의함',
    '동의해요',
    '동의합니다',
    '동의할게요',
    '네동의합니다',
    '네동의해요',
    '네동의할게요',
    '예동의합니다',
    '동의하겠습니다',
    '네그렇게해주세요',
    '그렇게해주세요',
    '오케이',
    'ㅇㅋ',
    '할게요',
    '맞아요',
    '맞습니다',
    'ㅇㅇ',
    'ㅇ',
    'ㄴㅔ',
    'ok',
    'okay',
    'yes',
    'y',
    'sure',
    'iagree',
    'agree',
    'yesiagree',
    'yesplease',
  ].map(normalise),
)
const NO = new Set(
  [
    '아니요',
    '아니오',
    '아뇨',
    '아니',
    '싫어요',
    '싫습니다',
    '안해요',
    '안할래요',
    '동의안함',
    '동의안해요',
    '동의하지않음',
    '동의하지않아요',
    '동의하지않습니다',
    '동의못합니다',
    '동의안합니다',
    '안합니다',
    '원하지않습니다',
    '아뇨동의하지않습니다',
    '아니동의안해',
    '아니요동의하지않습니다',
    '거부',
    '거부합니다',
    '미동의',
    'ㄴㄴ',
    'ㄴ',
    'no',
    'n',
    'nope',
    'idonotagree',
    'idontagree',
    'disagree',
    'idisagree',
    'nothankyou',
    'donotagree',
    'noidonotagree',
    'nothanks',
  ].map(normalise),
)
