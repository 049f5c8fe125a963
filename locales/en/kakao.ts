import type { kakao as korean, photos as koreanPhotos, receipt as koreanReceipt } from '../ko/kakao.ts'
import type { Messages } from '../messages.ts'

/** What is said on KakaoTalk alone, in English. */
export const kakao: Messages<typeof korean> = {
  more: 'Read more',
  slow: 'This needs a little more time. Tap "Read more" in a moment to see the answer. If it is urgent, call {{phone}}.',
}

/** The card that shows a number at a glance, in English. */
export const receipt: Messages<typeof koreanReceipt> = {
  title: 'Receipt',
  number: 'Number',
  department: 'With',
  due: 'By',
}

/** Photos that belong to a complaint, in English. */
export const photos: Messages<typeof koreanPhotos> = {
  offer: 'Send photos',
  ask: 'Tap "Send photos" to send up to ten photos. Please keep other people\'s faces and names out of them.',
  retry: 'Tap "Send photos", or go on without any.',
  without: 'Go on without',
  said: '[{{count}} photo(s)]',
  taken:
    'We have {{count}} photo(s). They go with your report; details such as the place they were taken at are removed.',
  tooMany: 'Up to ten photos can be taken in. {{count}} were left out.',
  unread: 'The photos did not arrive. You can send them again, or file without them.',
  notNow: 'Photos cannot be taken in at this point, and none was kept. Please tell us in words.',
  inChat:
    'Photos put into the chat itself are not taken in, and none was kept. Please tell us in words. For matters of buildings or meals, "Send photos" is there before you file.',
  summary: 'Photos: {{count}}',
  lost: '{{count}} photo(s) did not arrive; your report was filed without them.',
}
