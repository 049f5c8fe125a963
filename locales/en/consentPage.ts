import type { consentPage as korean } from '../ko/consentPage.ts'
import type { Messages } from '../messages.ts'

/** The consent page, which a person opens from the chat, in English. */
export const consentPage: Messages<typeof korean> = {
  title: 'Your consent',
  otherLanguage: '한국어',
  heading: 'Please choose for each item',
  lead: 'Choose for each item on its own. Either answer is fine.',
  points: {
    recipient: 'Recipient',
    purpose: 'Purpose',
    items: 'Items',
    transfer: 'Country, time and method',
    period: 'Kept for',
    refusal: 'If you do not agree',
  },
  changed: 'What is new: {{changes}}',
  yes: 'I agree',
  no: 'I do not agree',
  settled: 'You have answered this in the chat.',
  onlyFirst: 'If you do not agree to the first item, you can leave the others open.',
  send: 'Send',
  missingHeading: 'Some items are still open',
  missing: 'Please choose "I agree" or "I do not agree".',
  kept: 'Your other choices are still here.',
  thanks: 'Thank you',
  backToChat: 'Please go back to the chat.',
  backToKakao: 'Please go back to KakaoTalk and write anything. We will go on from there.',
  someSettled: 'What you had answered in the chat before stays as it was.',
  problems: {
    used: {
      heading: 'You have already answered',
      text: 'We have your answers. Please go back to the chat.',
    },
    settled: {
      heading: 'You have already answered',
      text: 'What you answered in the chat stays as it is. Please go back to the chat.',
    },
    expired: {
      heading: 'This link is too old',
      text: 'The link works for 30 minutes. Please go back to the chat and press the new link. Nothing has changed.',
    },
    outdated: {
      heading: 'The notice has changed',
      text: 'Please go back to the chat and press the new link to see it. Nothing has changed.',
    },
    forged: {
      heading: 'This link cannot be opened',
      text: 'The address is not complete. Please go back to the chat and press the link again. Nothing has changed.',
    },
    gone: {
      heading: 'The chat has ended',
      text: 'It was a while ago, so we removed it. Please start again in the chat. Nothing has changed.',
    },
    unreadable: {
      heading: 'We could not read your answers',
      text: 'Please go back to the chat and press the link again. Nothing has changed.',
    },
    busy: {
      heading: 'Please try again in a moment',
      text: 'There are many requests right now. Please open the page again in a minute. Nothing has changed.',
    },
    failed: {
      heading: 'We cannot take this right now',
      text: 'Please send it again in a moment, or answer in the chat. If it is urgent, call {{phone}}.',
    },
  },
}
