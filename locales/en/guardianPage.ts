import type { guardianPage as korean } from '../ko/guardianPage.ts'
import type { Messages } from '../messages.ts'

/** The guardian's own page in English. */
export const guardianPage: Messages<typeof korean> = {
  title: 'Guardian check',
  otherLanguage: '한국어',
  lead: 'A child under 14 would like to tell {{hospital}} something. We take it only if the legal guardian agrees.',
  code: {
    heading: 'Confirm your contact',
    ask: 'We send a six-digit code to the {{where}} that received this link.',
    phone: 'mobile number',
    email: 'e-mail address',
    send: 'Get a code',
    sent: 'The code is on its way. It is good for 10 minutes.',
    label: 'Six-digit code',
    check: 'Confirm',
    again: 'Get a new code',
    wrong: 'The code is wrong or too old. Type it again or get a new one. You can try five times.',
    notSent: 'The code could not be sent. Please try again in a moment or call {{phone}}.',
    tooMany: 'That was tried several times. Please try again in {{minutes}} minutes.',
    expired: 'It is a while since you confirmed your contact. Please get a new code.',
  },
  form: {
    heading: "The legal guardian's consent",
    lead: 'You choose for each item. Nothing is held against you, whatever you choose.',
    statement: 'I am the legal guardian of this child.',
    statementMissing: 'Please tick this box if you are the legal guardian. Only a legal guardian can agree.',
  },
  done: {
    agreed: 'Thank you. Your child can go on in the chat. You can close this page.',
    refused: 'All right. We deleted your contact. We tell your child what else is possible. You can close this page.',
    already: 'You have answered already. Nothing has changed. To change your answer call {{phone}}.',
  },
  gone: 'This link cannot be used. Its time may be up, or your child may have sent a newer one. Questions? Call {{phone}}.',
  unreadable: 'We could not read what was sent. Please open the link again.',
}
