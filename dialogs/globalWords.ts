import type { Level } from '../locales/locales.ts'
import { normalise } from './reading.ts'

/** Words that work at any question. `language` carries the language asked for, `level` how easy its words shall be. */
export type GlobalWord =
  | { readonly kind: 'home' | 'back' | 'resume' | 'cancel' | 'help' | 'person' | 'status' | 'rights' }
  | { readonly kind: 'language'; readonly language: 'ko' | 'en' }
  | { readonly kind: 'level'; readonly level: Level }

const WORDS: readonly (readonly [GlobalWord, string])[] = [
  [{ kind: 'home' }, '처음 처음으로 처음으로가기 메뉴 홈 startover home menu restart'],
  [
    { kind: 'cancel' },
    '취소 취소할게요 취소할래요 취소해주세요 그만 그만할게요 그만할래요 그만둘게요 안할래요 나가기 종료 cancel stop quit exit',
  ],
  [
    { kind: 'back' },
    '뒤로 뒤로가기 뒤로갈래요 뒤로가주세요 뒤로돌아가기 이전 이전으로 이전질문 이전질문으로 앞으로돌아가기 앞질문 앞질문으로 앞질문으로돌아갈래요 back goback previous previousquestion',
  ],
  [{ kind: 'help' }, '도움말 도움 도와줘 도와주세요 사용법 help'],
  [{ kind: 'status' }, '진행확인 진행상황 내민원 내민원조회 민원조회 조회 checkprogress status mycomplaint'],
  [
    { kind: 'rights' },
    '내정보 내개인정보 개인정보 내정보보기 내정보삭제 내정보지우기 내정보지워주세요 개인정보삭제 개인정보열람 개인정보정정 동의철회 동의거두기 탈퇴 ' +
      'mydata mypersonaldata deletemydata showmydata withdrawconsent withdrawmyconsent privacy',
  ],
  [
    { kind: 'level', level: 'easy' },
    '쉬운말 쉬운말로 쉬운말로요 쉬운말로해줘 쉬운말로해주세요 쉽게 쉽게말해줘 쉽게말해주세요 쉽게해주세요 쉽게설명해주세요 쉬운한국어 쉬운한국어로 easykorean',
  ],
  [{ kind: 'level', level: 'standard' }, '보통말 보통말로 보통말로해줘 보통말로해주세요 원래말로 원래말로해주세요'],
  [
    { kind: 'language', language: 'en' },
    'english 영어 영어로 inenglish englishplease 영어로해주세요 영어로해줘 영어로말해주세요 영어로할게요 영어로바꿔주세요 canwespeakenglish doyouspeakenglish speakenglish',
  ],
  [
    { kind: 'language', language: 'ko' },
    '한국어 한국말 한국어로 한국어로해주세요 한국말로 한국말로해주세요 한국어로해줘 한국말로해줘 한국어로바꿔주세요 한국어로할게요 korean inkorean koreanplease',
  ],
]

/** "아까 그거", "하던 얘기 이어서 할게요": what was begun before. A greeting in the midst of something means the same. */
const RESUME =
  /^(?:(?:아까|전에|방금|좀전에)(?:하던|쓰던|적던|말하던|말한|말씀드린|그)?|(?:하던|쓰던|적던)|그)(?:거|것|얘기|이야기|말|민원|글|내용)(?:요|이요|를|을|은|는|마저|계속|이어서|다시|그대로|할게요|할래요|하고싶어요|해주세요|쓸게요|있잖아요|어떻게됐어요)*$|^(?:이어서|이어|마저|계속해서)(?:할게요|할래요|하고싶어요|해주세요|쓸게요|적을게요)$|^(?:wherewerewe|letscontinue|letsgoon|pickupwhereweleftoff|continueplease)$/

const PERSON =
  /^(?:아니|그냥|진짜|저기|빨리|제발|저는)*(?:(?:상담원|상담사|상담직원|직원|담당자|사람|진짜사람|직원분|담당자분)(?:연결|이랑|랑|하고|과|와|한테|을|를|으로|좀)?(?:직접)?(?:연결|통화|대화|얘기|이야기|말|불러|나오라)?(?:좀)?(?:해주세요|해줘요?|하고싶어요|하고싶습니다|하고싶은데요|할래요|할게요|할수있나요|할수있어요|바꿔주세요|바꿔줘요?|바꿔달라고요?|불러주세요|불러줘요?|연결해주세요|연결해줘요?|연결되나요|부탁드려요|부탁합니다|주세요|줘요?|그래요?|없어요|없나요|해요)?|(?:iwantto|iwouldliketo|idliketo|cani|couldi|letme|please)?(?:talktoa?n?|speaktoa?n?|speakwitha?n?|ineeda|iwanta|geta)?(?:real)?(?:talktoa?|speaktoa?|speakwitha?)?(?:person|human|staff|agent|operator))(?:please)?$/

/**
 * Reads a word that works anywhere. Only a message that is nothing but the word counts, so that a story
 * that mentions a cancelled appointment cancels nothing.
 */
export function findGlobalWord(text: string): GlobalWord | undefined {
  const said = normalise(text)
  if (said === '' || said.length > 24) return undefined
  if (PERSON.test(said)) return { kind: 'person' }
  if (RESUME.test(said)) return { kind: 'resume' }
  return WORDS.find(([, words]) => words.split(' ').includes(said))?.[0]
}
