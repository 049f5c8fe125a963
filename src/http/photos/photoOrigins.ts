import type { PhotoOrigins } from './fetchPhoto.ts'

const KAKAO_PHOTOS = 'https://secure.kakaocdn.net'
const KAKAO_API = 'https://bot-api.kakao.com'

/** Where KakaoTalk's photos lie; what stands in for Kakao serves its own. */
export function photoOrigins(kakaoApiUrl: string): PhotoOrigins {
  const { origin } = new URL(kakaoApiUrl)
  return { open: [KAKAO_PHOTOS], trusted: origin === KAKAO_API ? [] : [origin] }
}
