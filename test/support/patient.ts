import type { BotMessage, KakaoUser } from 'kakao-chatbot-skill-sdk/simulator'

/** Answers to each prompt on the way to a ticket, by the label that is tapped. */
export type Answers = Readonly<Record<string, string>>

export const AGREES: Answers = {
  'age.check': '네, 14세 이상',
  'consent.collect': '동의합니다',
  'consent.health': '동의합니다',
  'consent.overseas': '동의합니다',
  'consent.contact': '동의하지 않습니다',
  'complaint.when': '어제',
  'complaint.where': '건너뛰기',
  'confirm.summary': '접수하기',
}

/** The same person, who wants nothing sent abroad. */
export const STAYS_HOME: Answers = { ...AGREES, 'consent.overseas': '동의하지 않습니다' }

const MAX_ANSWERS = 20

/**
 * Tells a complaint on KakaoTalk and taps through to the number.
 *
 * @returns the ticket's number
 * @throws when the phone shows nothing, asks something unknown, or never comes to a number
 */
export async function fileOnKakao(phone: KakaoUser, story: string, answers: Answers = AGREES): Promise<string> {
  const { data } = await tapUntil(phone, story, answers, (shown) => readTicket(shown.data) !== undefined)
  return readTicket(data) ?? ''
}

/** Tells a complaint on KakaoTalk and taps through until something is asked. @throws as `fileOnKakao` */
export async function tapThrough(phone: KakaoUser, story: string, prompt: string): Promise<void> {
  await tapUntil(phone, story, AGREES, ({ data }) => data['prompt'] === prompt)
}

async function tapUntil(
  phone: KakaoUser,
  story: string,
  answers: Answers,
  isThere: (shown: BotMessage) => boolean,
): Promise<BotMessage> {
  let shown = await phone.say(story)
  for (let count = 0; count < MAX_ANSWERS; count += 1) {
    if (!shown) throw new Error('The phone showed nothing.')
    if (isThere(shown)) return shown
    const prompt = String(shown.data['prompt'])
    const label = answers[prompt]
    if (label === undefined) throw new Error(`The bot asked ${prompt}.`)
    shown = await phone.tapQuickReply(label)
  }
  throw new Error('There was no end to it after twenty answers.')
}

function readTicket(data: Readonly<Record<string, unknown>>): string | undefined {
  const { ticket } = data
  return typeof ticket === 'object' && ticket !== null && 'number' in ticket ? String(ticket.number) : undefined
}
