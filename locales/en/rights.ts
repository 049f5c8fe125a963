import type { rights as korean } from '../ko/rights.ts'
import type { Messages } from '../messages.ts'

/** What the bot says about the data held of a person, in English. */
export const rights: Messages<typeof korean> = {
  nothing:
    'No personal data is stored in this chat. What you wrote before agreeing disappears by itself within 30 minutes.\nIf you filed without your name, please write your code.',
  held: 'This is what we keep in this chat.',
  consents: 'You agreed to: {{list}}',
  consent: '{{purpose}} ({{day}})',
  purpose: { collect: 'handling', health: 'health data', overseas: 'processing abroad', contact: 'being contacted' },
  consentLabel: { collect: 'Handling', health: 'Health data', overseas: 'Abroad', contact: 'Contact' },
  ticket: '{{number}}: {{state}}; kept for {{period}}',
  period: { years: '{{count}} years after it ends', days: '{{count}} days after it ends' },
  more: 'and {{count}} more',
  phone: 'Phone: {{value}}',
  name: 'Name: {{value}}',
  words: 'Your words and this chat: kept as long as the case',
  wordsOnly: 'Your words and this chat: deleted within 24 hours unless you file',
  ask: 'What would you like to do? What can be done at once needs no staff.',
  retry: 'Please choose below, or write something like "delete it".',
  secretRetry: 'We could not read the code. Please write it once more as you got it.',
  secretUnknown: 'We found nothing filed with that code. If you have questions, please call {{phone}}.',
  copy: 'See a copy',
  correct: 'Correct',
  erase: 'Delete',
  withdraw: 'Take back',
  other: 'Other request',
  stop: 'Leave it',
  stopped: 'Nothing was changed. Write "my data" to see it again at any time.',
  copyReady: 'Your copy is ready and can be opened for 30 minutes. Press "Show" on the page to see it.',
  copyOpen: 'Open copy',
  which: 'Which one is it?',
  whichRetry: 'Please choose the number below.',
  chooseRetry: 'Please choose one below.',
  all: 'Everything',
  whichConsent: 'Which consent would you like to take back? The others stay as they are.',
  noConsent: 'There is no consent to take back.',
  whatToCorrect: 'What would you like to correct?',
  correctPhone: 'Phone number',
  correctName: 'Name',
  correctWords: 'What I wrote',
  nothingToCorrect: 'There is nothing filed to correct.',
  nameAsk: 'How should we call you? Please write your correct name.',
  nameRetry: 'Please write the name alone.',
  wordsAsk:
    'Please tell us what to change, and how. Your first words stay as they are; staff get the correction with them.',
  otherAsk:
    'Please tell us what you ask for: to see what is not shown here, to have something stopped, or to object to a decision.',
  wordsRetry: 'Please write it in a sentence or two.',
  corrected: 'It is corrected. We will use the new one from now on.',
  because: {
    public_record: 'the law has this record kept',
    grave: 'it tells of something serious about safety',
    under_review: 'specialists are looking into it',
  },
  confirmErase:
    'We delete what you wrote in {{numbers}}, your contact, the answers and this chat. A complaint still in progress is withdrawn. This cannot be undone. Only a number and dates that name nobody stay.',
  thisOne: 'this one',
  confirmEraseAll: 'This chat and your consents are deleted too, as are answers you have not seen yet.',
  confirmKeep:
    '{{numbers}} cannot be deleted at once because {{why}}. We can ask the privacy officer, who answers within {{days}} days.',
  confirmOverseas:
    'You take back your consent to processing abroad. What the service abroad showed is deleted; only the number stays. Answers are written inside the hospital and come to this chat.',
  confirmContact:
    'You take back your consent to being contacted. We delete the phone number and send no results by phone or text. Answers come to this chat.',
  confirmHealth:
    'You take back your consent to health data. We store no more of it, and delete what was said in this chat so far.',
  confirmCollect: 'You take back your consent to the handling of your data.',
  sure: 'Shall we do this?',
  sureRetry: 'Please choose below. Either is fine.',
  tooOld: 'A day has passed, so we ask once more.',
  yes: 'Yes, do it',
  no: 'No',
  erased: 'It is deleted.',
  noted: 'We have noted your wish.',
  erasedAll: 'Everything is deleted. Thank you for telling us. You can write again at any time.',
  withdrawn: 'You have taken back your consent to {{purpose}}.',
  gone: 'Things have changed meanwhile, so there is nothing to do. Write "my data" to look again.',
  namelessKept:
    '{{number}}: {{state}}\nIt cannot be deleted at once because {{why}}. Please call {{phone}} and we will help. If you disagree you can turn to {{lines}}.',
  requested:
    'We have asked the privacy officer. Your number is {{number}}. You get an answer here by {{due}}.\nIf you disagree with it you can turn to {{lines}}.',
  decision: {
    erased: 'As you asked, we deleted what you wrote in {{numbers}}, your contact and the answers.',
    withdrawn:
      'As you asked, your consent is taken back, and what you wrote in {{numbers}}, your contact and the answers are deleted.',
    ends: 'This chat is deleted too, once you have got this answer.',
    refused:
      'We looked into your request. This time we cannot do what you asked.\nReason: {{why}}\nIf you disagree you can write again in this chat, or turn to {{lines}}.',
    why: {
      law: 'The law has us keep this record for a time.',
      others_rights: 'It could harm the rights of other people.',
      case_open: 'What you told us is still being handled.',
    },
  },
  story: {
    other: 'Request about personal data.',
    correct: 'Request to correct personal data. About {{number}}. Correction:',
    erase: 'Request to delete personal data. About {{number}}.',
    withdraw: 'Consent to the handling of personal data taken back. About {{number}}.',
  },
}
