import type { notices as korean } from '../ko/notices.ts'
import type { Messages } from '../messages.ts'

/** What a person is asked to agree to, in English. */
export const notices: Messages<typeof korean> = {
  collect: {
    version: '2026-11-22',
    title: '[Required] Collecting and using your data',
    body: 'Purpose: taking your complaint, finding the facts, answering you\nItems: your message, the user key of this chat, a name or contact if you give one\nKept: 3 years after closing (10 years for suspected medical accidents, violence, abuse, sexual harassment)\nYou may refuse. You can then leave an opinion without your name, call {{phone}} or visit us: {{visit}}.',
  },
  health: {
    version: '2026-11-22',
    title: '[Separate consent] Sensitive health information',
    body: 'Purpose: checking and answering matters of care, nursing, tests, medicines\nItems: symptoms, diagnosis, treatment, medicines, tests, admission you describe\nKept: 3 years after closing (10 years for suspected medical accidents)\nIf you refuse, we still take complaints about facilities, parking or manners.',
  },
  overseas: {
    version: '2026-11-22',
    title: '[Optional] Transfer abroad',
    body: 'Recipient: {{processor}} ({{processorContact}}), {{country}}\nWhen and how: at each filing and answer, over encrypted networks\nItems: a summary with name and contact hidden, number, category, the staff answer\nPurpose and period: staff alert and handling, {{retention}}\nIf you refuse, your complaint is still taken and answered; staff are told the number only.',
  },
  contact: {
    version: '2026-11-22',
    title: '[Optional] Results by phone or text message',
    body: 'Purpose: telling you the result\nItem: phone number\nKept: 90 days after closing\nIf you refuse, nothing changes; you can read the answer in this chat. No advertising.',
  },
}
