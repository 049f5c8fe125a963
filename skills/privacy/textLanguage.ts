export type TextLanguage = 'ko' | 'en'

/** English where there are Latin letters and no Hangul; bare numbers are taken for Korean. */
export function languageOf(text: string): TextLanguage {
  return /[A-Za-z]/.test(text) && !/[가-힣ㄱ-ㅎㅏ-ㅣ\u1100-\u11ff]/.test(text) ? 'en' : 'ko'
}
