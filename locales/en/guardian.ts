import type { guardian as koreanGuardian, relation as koreanRelation } from '../ko/guardian.ts'
import type { Messages } from '../messages.ts'

/** What a child under 14 and their guardian are told in the chat, in English. */
export const guardian: Messages<typeof koreanGuardian> = {
  ask: 'We want to help. Before you are fourteen, a parent or guardian has to say it is okay first.\nPlease write only their name and one mobile number or e-mail address. We keep nothing else.\nIf you are hurt or in danger call {{emergency}}. If someone hits or scares you call {{police}}.',
  retry:
    'We could not read a contact. Please write their name and a mobile number or e-mail address, like "Kim Boho 010-0000-0000".',
  phoneOnly: "We cannot send e-mail now. Please write your guardian's mobile number.",
  emailOnly: "We cannot send text messages now. Please write your guardian's e-mail address.",
  askName: "Please write your guardian's name. It is okay if you would rather not.",
  nameRetry: 'Please write just the name. It is okay to skip this.',
  anonymous: 'Without a name',
  sent: 'Thank you. We will write to your guardian. When they say it is okay, we go on here.\nYour story disappears after 30 minutes. We will then ask you once more.',
  waiting:
    'We are waiting for your guardian. Please ask them to look at their phone or e-mail.\nIf the contact was wrong, write the name and contact again.',
  tooMany: 'We have written several times. Please try again tomorrow, or call {{phone}} together with your guardian.',
  none: 'We want to help. Before you are fourteen, a parent or guardian has to say it is okay first. Please ask them to write here or to call {{phone}}. We kept nothing of your story.\nIf you are hurt or in danger call {{emergency}}. If someone hits or scares you call {{police}}.',
  agreed: 'Your guardian said it is okay. Let us go on.',
  unreached:
    'We could not reach your guardian, and deleted the contact you gave. Please check it and write it once more.\nYou can also call {{phone}} together.',
  refused:
    "Your guardian did not say yes this time. That's all right. We deleted your story and their contact.\nYou can call {{phone}} or come to us together: {{visit}}. If you feel low, {{youth}} (helpline) always listens.",
  noCall:
    'Please call {{phone}} together with your guardian. Before you are fourteen they have to say it is okay before we take a number.\nIf you are hurt or in danger call {{emergency}}. If someone hits or scares you call {{police}}.',
  link: '[{{hospital}}] A child under 14 would like to tell us something. Please confirm as the guardian:\n{{url}}\nWithout an answer we delete this contact in 5 days. If you know nothing of this, you need do nothing.',
  linkSubject: '[{{hospital}}] Please confirm as a guardian',
  code: '[{{hospital}}] Your guardian code is {{code}}. It is good for 10 minutes.',
  codeSubject: '[{{hospital}}] Guardian code',
}

/** Who a guardian or relative is to the patient, in English. */
export const relation: Messages<typeof koreanRelation> = {
  ask: 'How are you related to the patient?\nBy choosing "Legal guardian" you state that you are the legal guardian of a child under 14.',
  retry: 'Please choose how you are related to the patient.',
  parent: 'Legal guardian',
  guardian: "Adult's carer",
  family: 'Family',
  other: 'Other',
}
