import type { phrases as korean } from '../ko/phrases.ts'
import type { Messages } from '../messages.ts'

/** What is said by situation, in English. Numbers are glossed for whoever is new to them. */
export const phrases: Messages<typeof korean> = {
  empathy: {
    waiting: "I'm sorry you had to wait so long.",
    reservation: 'That must have been a nuisance.',
    billing: 'That must have been confusing.',
    parking_guidance: 'That is a tiring way to start a visit.',
    records_documents: 'That must have been a nuisance.',
    medical_care: 'That must have weighed on you.',
    explanation: 'It is hard to be left with questions.',
    nursing: 'That must have been hard, when you were not well.',
    pharmacy: 'That must have been worrying.',
    examination: 'That must have been on your mind.',
    facility: 'That must have been uncomfortable.',
    meal: 'That must have been unpleasant.',
    medical_accident: 'That must have been frightening and worrying.',
    privacy: 'It is your information. That must have been worrying.',
    staff_attitude: 'That must have been upsetting.',
    other: 'That must have been difficult. Thank you for telling us.',
  },
  sorry: {
    service: 'We are sorry you had this trouble.',
    care: 'We will look carefully into what you told us.',
  },
  promise: {
    call: 'If it is urgent, please call {{phone}}.',
    specialist: 'A specialist will check the facts. To talk about it, please call {{phone}}.',
    apart: 'People outside that department look into it. If it is urgent, please call {{phone}}.',
  },
  greetingAi: 'AI helps us sort what you write.',
  level: {
    easy: 'We will go on in easy Korean.',
    standard: 'We will go on in standard Korean.',
  },
  crisis: {
    medical_emergency:
      'If this is an emergency, please call {{emergency}} (ambulance) now. Inside the hospital, press the call bell or tell the nearest staff member.\nEmergency room: {{emergencyRoom}}',
    self_harm:
      'I am worried about you. People at {{suicide}} listen 24 hours a day. If you are in danger, please call {{emergency}} (ambulance) or {{police}} (police) now.',
    violence_abuse:
      'If you are in danger, please call {{police}} (police) now. If you are hurt, call {{emergency}} (ambulance). Inside the hospital, tell the nearest staff member.',
    sexual_harassment: 'Thank you for telling us. If you are in danger, please call {{police}} (police) now.',
    line: '{{label}}: {{number}}',
    unread: 'Nobody reads this chat live.',
    ask: 'Would you like to go on? What you wrote is still here.',
    retry: 'Please choose whether to go on.',
    goOn: 'Go on',
    stop: 'Stop',
    stopped: 'All right. You can write again at any time. Emergency {{emergency}}, distress {{suicide}}.',
    contact:
      'Where are you now? Inside the hospital, tell us the floor and room. If we may call you, write your number.\nOnly the person on duty sees it, and it is deleted after 3 days. You need not answer.',
    contactInside: 'Thank you. Tell us the floor and room. If we may call you, write your number. You need not.',
    contactOutside: 'Thank you. If we may call you, write your number. You need not.',
    contactRetry: 'Please write something like "7th floor, room 712, 010-0000-0000", or press "No, thanks".',
    contactTaken:
      'The person on duty can see it now. They may not reach you at once. In an emergency call {{emergency}} or {{police}} first.',
    inside: 'In hospital',
    outside: 'Outside',
    noContact: 'No, thanks',
  },
}
