import type { PublishedNotices } from '../../src/consent/noticeBook.ts'

/** What a person is asked to agree to, in English. Every version stays here, the newest last; see the Korean. */
export const notices: PublishedNotices['en'] = {
  collect: [
    {
      version: '2026-11-22',
      effectiveFrom: '2026-11-22',
      title: '[Required] Collecting and using your data',
      short:
        "Purpose: taking, checking and answering your complaint\nItems: your message, this chat's user key, name or contact if given\nKept: 3 years after closing (10 for suspected medical accidents, violence, abuse, sexual harassment)\nYou may refuse, and write without a name, call {{phone}} or visit: {{visit}}.",
      points: {
        purpose: 'To take your complaint, find out the facts and answer you.',
        items:
          'Your message and the user key of this chat. Only if you give them: a name or nickname, a contact, when and where it happened, what you wish for, how you are related to the patient.',
        period:
          '**3 years after closing**, or **10 years** for suspected medical accidents, violence, abuse or sexual harassment. Then destroyed at once.',
        refusal:
          'You may refuse. We then cannot easily answer you in person. You can leave an opinion without your name, call {{phone}} or visit us: {{visit}}.',
      },
    },
  ],
  health: [
    {
      version: '2026-11-22',
      effectiveFrom: '2026-11-22',
      title: '[Separate consent] Sensitive health information',
      short:
        'Purpose: checking and answering matters of care, nursing, tests, medicines\nItems: symptoms, diagnosis, treatment, medicines, tests, admission you describe\nKept: 3 years after closing (10 for suspected medical accidents, violence, abuse, sexual harassment)\nYou may refuse. We still take complaints about facilities, parking or manners.',
      points: {
        purpose: 'To check and answer complaints about care, nursing, tests or medicines.',
        items: '**Health information you describe: symptoms, diagnosis, treatment, medicines, tests, admission**',
        period:
          '**3 years after closing**, or **10 years** for suspected medical accidents, violence, abuse or sexual harassment. Then destroyed at once.',
        refusal:
          'If you refuse, we still take complaints about facilities, parking, waiting or manners. For what needs details of your care, call {{phone}} or visit us: {{visit}}.',
      },
    },
  ],
  overseas: [
    {
      version: '2026-11-22',
      effectiveFrom: '2026-11-22',
      title: '[Optional] Transfer abroad',
      short:
        'Recipient: {{recipients}}, {{countries}}\nWhen and how: at each filing and answer, encrypted\nItems: a summary with name and contact hidden, number, category, the staff answer\nPurpose and period: {{purposes}}, {{retentions}}\nIf you refuse, your complaint is still taken and answered; staff are told the number only.',
      points: {
        recipient: '**{{recipients}}**',
        purpose: '**{{purposes}}**',
        items:
          'A summary of your complaint with name and contact hidden, its number, category and department, and the answer staff write.',
        transfer: '{{countries}}. Sent at each filing and answer, over encrypted networks.',
        period: '**{{retentions}}**',
        refusal:
          'Choose "I do not agree" and nothing is sent. You can also withdraw later by writing "my data" in the chat. Your complaint is still taken and answered; staff are told the number only.',
      },
    },
  ],
  contact: [
    {
      version: '2026-11-22',
      effectiveFrom: '2026-11-22',
      title: '[Optional] Results by phone or text message',
      short:
        'Purpose: telling you about receipt, progress and result\nItem: phone number\nKept: 90 days after closing\nIf you refuse, nothing changes; you can read the answer in this chat. No advertising.',
      points: {
        purpose:
          'To tell you about receipt, progress and result by phone, KakaoTalk notice or text message, sent by a Korean company on our behalf. No advertising.',
        items: 'Phone number',
        period: '**90 days after closing**. Then destroyed at once.',
        refusal: 'If you refuse, nothing changes. You can read the answer in this chat.',
      },
    },
  ],
  guardian: [
    {
      version: '2026-11-22',
      effectiveFrom: '2026-11-22',
      title: '[Check] Legal guardian',
      short:
        "Purpose: checking that the legal guardian of a child under 14 agrees\nItems: the guardian's name and one contact, how and when it was checked\nKept: with the complaint if you agree; deleted within 5 days if you do not, or do not answer\nYou may refuse. You can then write to us yourself or call {{phone}}.",
      points: {
        purpose: 'To check that the legal guardian of a child under 14 agrees to the complaint.',
        items: "**The guardian's name and one contact, as the child gave them**; how and when it was checked.",
        period: '**With the complaint if you agree.** **Deleted within 5 days** if you do not agree or do not answer.',
        refusal:
          'You may refuse. We then keep nothing of what your child says. You can write to us yourself, call {{phone}} or visit us: {{visit}}.',
      },
    },
  ],
}
