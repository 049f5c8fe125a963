import { asides, inquiry, praise } from './ko/asides.ts'
import { conversation } from './ko/conversation.ts'
import { kakao, photos, receipt } from './ko/kakao.ts'
import { desk } from './ko/desk.ts'
import { phrases } from './ko/phrases.ts'
import { rights } from './ko/rights.ts'
import { replies } from './ko/replies.ts'
import { guardian, relation } from './ko/guardian.ts'

/** Korean: the language every sentence is written in first. */
export const ko = {
  ...conversation,
  asides,
  inquiry,
  praise,
  ...phrases,
  desk,
  guardian,
  relation,
  replies,
  rights,
  kakao,
  photos,
  receipt,
} as const
