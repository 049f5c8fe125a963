import { normalise } from './reading.ts'

/** Words that work at any question. `language` carries the language asked for. */
export type GlobalWord =
  | { readonly kind: 'home' | 'cancel' | 'help' | 'person' | 'status' | 'rights' }
  | { readonly kind: 'language'; readonly language: 'ko' | 'en' }

const WORDS: readonly (readonly [GlobalWord, string])[] = [
  [{ kind: 'home' }, '처음 처음으로 처음으로가기 메뉴 홈 startover home menu restart'],
  [
    { kind: 'cancel' },
    '취소 취소할게요 취소할래요 취소해주세요 그만 그만할게요 그만할래요 그만둘게요 안할래요 나가기 종료 cancel stop quit exit',
  ],
  [{ kind: 'help' }, '도움말 도움 도와줘 도와주세요 사용법 help'],
  [{ kind: 'status' }, '진행확인 진행상황 내민원 내민원조회 민원조회 조회 checkprogress status mycomplaint'],
  [
    { kind: 'rights' },
    '내정보 내개인정보 개인정보 내정보보기 내정보삭제 내정보지우기 내정보지워주세요 개인정보삭제 개인정보열람 개인정보정정 동의철회 동의거두기 탈퇴 ' +
      'mydata mypersonaldata deletemydata showmydata withdrawconsent withdrawmyconsent privacy',
  ],
  [{ kind: 'language', language: 'en' }, 'english 영어 영어로 inenglish englishplease 영어로해주세요'],
  [{ kind: 'language', language: 'ko' }, '한국어 한국말 한국어로 한국어로해주세요 korean inkorean'],
]

const PERSON =
  /^(?:(?:상담원|상담사|상담직원|직원|담당자|사람)(?:연결|이랑|하고|과|와|한테)?(?:연결|통화|대화|얘기|이야기|말)?(?:해주세요|하고싶어요|할래요|할게요|바꿔주세요|바꿔줘요?|해요)?|(?:talktoa?|speaktoa?|speakwitha?)?(?:person|human|staff|agent|operator))(?:please)?$/

/**
 * Reads a word that works anywhere. Only a message that is nothing but the word counts, so that a story
 * that mentions a cancelled appointment cancels nothing.
 */
export function findGlobalWord(text: string): GlobalWord | undefined {
  const said = normalise(text)
  if (said === '' || said.length > 24) return undefined
  if (PERSON.test(said)) return { kind: 'person' }
  return WORDS.find(([, words]) => words.split(' ').includes(said))?.[0]
}
