import type { widget as koWidget } from '../ko/widget.ts'
import type { Messages } from '../messages.ts'

export const widget: Messages<typeof koWidget> = {
  title: 'Patient voice',
  subtitle: 'Tell us anything, at any time.',
  open: 'Open the patient voice chat',
  openUnread: 'Open the patient voice chat. There is a new message.',
  close: 'Close the chat',
  conversation: 'Conversation',
  choices: 'Answers to choose from',
  input: 'Your message',
  placeholder: 'Write a message',
  send: 'Send',
  sending: 'Sending.',
  failed: 'Your message was not sent. In an emergency call 119.',
  resend: 'Send again',
  waiting: 'An answer is on its way.',
  connecting: 'Connecting.',
  offline: 'The connection was lost. Connecting again.',
  newConversation: 'Some time has passed, so this is a new conversation.',
  mine: 'You',
  theirs: 'Patient voice',
  newWindow: 'opens in a new window',
}
