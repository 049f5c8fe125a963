import type { conversation as korean } from '../ko/conversation.ts'
import type { Messages } from '../messages.ts'

/** Everything the bot says to patients in English. */
export const conversation: Messages<typeof korean> = {
  choice: {
    agree: 'I agree',
    disagree: 'I do not agree',
    home: 'Start over',
    person: 'Talk to staff',
    skip: 'Skip',
    unknown: 'Not sure',
  },
  greeting:
    "Hello, this is {{hospital}}'s automated feedback chat. It is open at night too, and a staff member writes every answer.\nIn an emergency call {{emergency}}; if you are in distress call {{suicide}} (24 h).\nPlease do not type ID or card numbers or other people's names.",
  menu: {
    ask: 'How can we help? You can also just tell us what happened.',
    retry: 'Please choose below, or tell us what happened.',
    complaint: 'File complaint',
    status: 'Check progress',
    praise: 'Praise or idea',
    rights: 'My data',
    resume: 'Continue',
  },
  age: {
    ask: 'First: are you 14 or older?\nWe do not ask your date of birth.',
    retry: 'Please tell us whether you are 14 or older.',
    adult: '14 or older',
    child: 'Under 14',
    guardian: "I'm a guardian",
  },
  consent: {
    retry: 'Please answer "I agree" or "I do not agree". Either is fine.',
    refusedAll: 'That is fine. What you wrote was not stored. You can also call {{phone}} or visit us: {{visit}}.',
    openPage: 'Read & answer',
    taken: 'We have your answers. Please go on.',
    renewed: 'This notice has just been updated, so we ask once more.',
    onPage: 'Please choose on the page behind the link below. Either answer is fine.',
    changed: 'The notice has changed, so we ask again. {{changes}}',
    changeRefused:
      'That is fine. We removed what you wrote just now; what you filed before goes on as it is. You can also call {{phone}} or visit us: {{visit}}.',
    healthDropped: 'You can file without health information. What you wrote before was not stored.',
  },
  anonymous: {
    offer:
      'That is fine. You can leave your opinion without your name. No personal data is stored, and we cannot answer you personally. Shall we file it this way?',
    retry: 'Please choose whether to file without your name.',
    yes: 'Without name',
    no: 'Stop here',
  },
  story: {
    ask: 'What happened? Tell us when, where, and what you would like, in your own words.',
    askWithoutHealth:
      'Please leave health information out. We take matters such as facilities, parking, waiting or manners here. For what needs details of your care, call {{phone}} or visit us: {{visit}}.',
    askPraise: 'What went well, or what could be better? Tell us in your own words.',
    retry: 'Please tell us what happened in a sentence or two.',
    health:
      'Your message has health information, which we cannot store without your consent. Please write it again without that, or choose below.',
    healthFirst:
      'There is health information in it, so we ask for your consent first. What you just wrote was not stored; please write it once more in a moment.',
    healthPart: 'It has health information, so it was not stored. Please write it without that, or skip.',
    agreeHealth: 'Health consent',
    noFiles: 'We cannot take photos or files here yet. Please tell us in words and we will file it.',
  },
  when: {
    ask: 'When did it happen?',
    retry:
      'We could not read the date. Please write something like "yesterday afternoon" or "20 November". "Not sure" is fine too.',
    today: 'Today',
    yesterday: 'Yesterday',
  },
  where: {
    ask: 'Where in the hospital was it? (for example: eye clinic on the 2nd floor, car park)',
    retry: 'Please tell us the place once more, or skip.',
  },
  wish: {
    ask: 'What would you like us to do?',
    retry: 'Please tell us what you would like, or skip.',
  },
  phone: {
    ask: 'Which phone number may we use?',
    retry: 'We could not read the number. Please write it like 010-0000-0000, or skip.',
  },
  summary: {
    title: 'Shall we file this?',
    story: 'What happened: {{value}}',
    when: 'When: {{value}}',
    where: 'Where: {{value}}',
    wish: 'What you would like: {{value}}',
    phone: 'Phone: {{value}}',
    anonymous: 'It is filed without your name.',
    retry: 'Please press "Submit", or choose what to change.',
    submit: 'Submit',
    editStory: 'Edit text',
    editWhen: 'Edit date',
    editWhere: 'Edit place',
    editWish: 'Add a wish',
    editPhone: 'Edit phone',
    cancel: 'Cancel',
  },
  filed: {
    named:
      'It is filed. Your number is {{number}}.\nA member of {{department}} will look into it and answer you here by {{due}}.\nWrite "Check progress" at any time.',
    anonymous:
      'It is filed without your name. The number is {{number}}.\nYour code is {{secret}}. We cannot show it again, so please write it down.\nWe will look into it by {{due}}. Write "Check progress" and the code to follow it.',
    praise: 'Thank you for your kind words. We will pass them on to {{department}}. Your number is {{number}}.',
    suggestion:
      'Thank you for the idea. Your number is {{number}}. {{department}} will look into it and answer you here by {{due}}.',
    again: 'It is already filed. Your number is {{number}}.',
    once: 'A complaint is filed only once. If you see a number above, it was filed. If not, please write it again.',
    callback:
      'Your call request is filed. Your number is {{number}}.\nA staff member will call you by {{due}}. If it is urgent, please call {{phone}}.',
  },
  status: {
    ask: 'Please write your number. If you filed without your name, write your code.',
    retry: 'We could not read a number or code. Please write the number that begins with V once more.',
    unknown:
      'We could not find a complaint filed in this chat. Please check in the KakaoTalk or chat window where you filed it, or call {{phone}}.',
    tooMany: 'You have tried several times. Please try again in 10 minutes or call {{phone}}.',
    line: '{{number}}: {{state}}\nAnswer by: {{due}}',
    lineDone: '{{number}}: {{state}}',
    answer: 'Answer to {{number}}.\n{{text}}',
    nameless: 'What you sent without your name',
    state: {
      received: 'filed, waiting for staff',
      claimed: 'a staff member is looking into it',
      drafted: 'the answer is being prepared',
      in_approval: 'the answer is being prepared',
      in_review: 'specialists are looking into it',
      answered: 'answered',
      closed: 'closed',
      reopened: 'being looked into again',
      withdrawn: 'withdrawn',
      merged: 'handled together with another complaint',
    },
  },
  callback: {
    staffed:
      'Nobody is reading this chat live at the moment. To talk now, please call {{phone}}.\nIf you would like a call on a weekday ({{hours}}), write your number and a good time.',
    night:
      'It is outside office hours, so nobody is reading this chat. Emergency room: {{emergencyRoom}}; in an emergency call {{emergency}}.\nWrite your number and a good time, and we will call you in office hours (weekdays {{hours}}).',
    retry: 'We could not read the number. Please write it like "010-0000-0000, in the morning".',
    stop: 'No, thanks',
    stopped: 'All right. You can call {{phone}} at any time.',
    refused: 'That is fine. Your number was not stored. Please call {{phone}} and we will help.',
    story: 'The person asked to be called.',
  },
  help: 'Tell us what happened; we pass it on to the right department and answer you in this chat.\nYou can write these at any time.\nStart over: the first screen\nBack: the question before\nCancel: delete what you were writing\nCheck progress: see what you filed\nMy data: see, correct or delete what we keep\nTalk to staff: phone and call-back\n한국어: Korean',
  cancelled: 'What you were writing was deleted. You can write again at any time.',
  languageChanged: 'We will continue in English.',
  stale: 'That button belongs to an earlier question. Please answer the one below.',
  late: 'That button belongs to an earlier question.',
  doubled: 'Your answer seems to have come twice, so we ask once more.',
  scrubbed: 'For your safety we removed a number that looked like an ID or card number. You can file without it.',
  tooLong:
    'Your message was long, so we took the first part. Please send the rest as a new message after filing this one.',
  reply: {
    arrived: 'An answer from {{hospital}} (number {{number}})\n\n{{text}}',
    afterQuestion: 'The hospital has answered. We will show it when you finish this question.',
    shown: 'Please see the answer above. If there is anything else, just write it here.',
  },
  apology:
    'This is taking longer than usual. What you wrote is still here; please send it again in a moment. If it is urgent, call {{phone}}.',
}
