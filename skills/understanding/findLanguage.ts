/** English only where Latin letters clearly outweigh Hangul; medical abbreviations do not make a text English. */
export function findLanguage(text: string): 'ko' | 'en' {
  const hangul = text.match(/[가-힣ㄱ-ㅎㅏ-ㅣ]/g)?.length ?? 0
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0
  return latin > hangul * 3 ? 'en' : 'ko'
}
