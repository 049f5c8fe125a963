import { asides, inquiry, praise } from './en/asides.ts'
import { conversation } from './en/conversation.ts'
import { kakao, photos, receipt } from './en/kakao.ts'
import { desk } from './en/desk.ts'
import { phrases } from './en/phrases.ts'
import { rights } from './en/rights.ts'
import { replies } from './en/replies.ts'
import { guardian, relation } from './en/guardian.ts'
import type { ko } from './ko.ts'
import type { Messages } from './messages.ts'

/** English, complete: a sentence that is missing does not compile. */
export const en: Messages<typeof ko> = {
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
}
