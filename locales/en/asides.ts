import type { asides as koreanAsides, inquiry as koreanInquiry, praise as koreanPraise } from '../ko/asides.ts'
import type { Messages } from '../messages.ts'

/** What is said besides the questions. */
export const asides: Messages<typeof koreanAsides> = {
  corrected: 'Corrected. {{line}}',
  forFamily: 'Corrected: it is about a member of your family.',
  forSelf: 'Corrected: it is about yourself.',
  noted: 'We have noted that. Back to the question before.',
  added: 'We have added that.',
  healthLeftOut:
    'What you just wrote has health information, so we did not note it. Please write it without that and we will add it.',
  consentStays: 'What you agreed to stays as it is. To take it back, write "My data".',
  stillHere: 'What you wrote before is still here. Let us go on.',
  nothingLeft: 'What you wrote before is no longer here, as some time has passed. Please write it once more.',
  calm: 'I can see you are upset. Tell us what happened and we will pass it on. You can also call {{phone}} or visit us: {{visit}}.',
  aboutBot: 'I am sorry I did not understand you well. To talk to a person, press "Talk to staff" or call {{phone}}.',
}

/** Questions of one's own, and what may become of them. */
export const inquiry: Messages<typeof koreanInquiry> = {
  next: 'If you have another question, please write it. You can also file what you wrote and get an answer from staff.',
  file: 'File complaint',
  leave: 'Leave question',
  done: 'No, thanks',
  closed: 'All right. You can write again at any time.',
  unknown:
    'I do not know the answer to that. Please call {{phone}}, or leave the question here and a staff member will answer it.',
  unknownMidway: 'I do not know the answer to that. Please call {{phone}}. Back to what we were doing.',
  filed:
    'Your question is filed. The number is {{number}}.\nA member of {{department}} will answer you here by {{due}}.',
}

/** Thanks and ideas, which need no name. */
export const praise: Messages<typeof koreanPraise> = {
  nameless: 'We pass it on without your name. If you would like an answer, press "Get an answer".',
  byName: 'Get an answer',
  filed:
    'Thank you for your kind words. We will pass them on to {{department}} without your name.\nThe number is {{number}} and your code is {{secret}}. Please note them if you want to look later.',
}
