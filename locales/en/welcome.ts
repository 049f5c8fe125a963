import type { welcome as koWelcome } from '../ko/welcome.ts'
import type { Messages } from '../messages.ts'

export const welcome: Messages<typeof koWelcome> = {
  hospital: 'Hanbit Hospital',
  invented: 'Invented hospital · demonstration page',
  heading: 'We listen, to small things too',
  lead: 'Treatment or a stay, the counter or the car park: tell us what happened. We take it at night as well, and a member of staff answers you in person.',
  stepsHeading: 'How it goes',
  tellHeading: 'Tell us',
  tell: 'Write what happened into the chat at the bottom right.',
  routeHeading: 'We pass it on',
  route: 'The department concerned is told at once.',
  answerHeading: 'You get an answer',
  answer: 'A member of staff looks into it and answers you.',
  urgentHeading: 'If it is urgent',
  urgent: 'In an emergency call 119. If you are in great distress, call 109 first.',
}
