import type { MessageKey } from '../../locales/locales.ts'
import type { GuardianContact } from '../../src/guardian/guardianRequest.ts'
import type { QuestionSpec } from '../question.ts'
import { normalise, readLabel, readPhone } from '../reading.ts'
import { say, type Turn } from '../turn.ts'
import { readTypedAge } from './ageCheck.ts'

/** What a child answered: whom to ask, or another way on. `adult`: the age was tapped by mistake. */
export type GuardianAnswer =
  | { readonly kind: 'contact'; readonly contact: GuardianContact; readonly name: string | undefined }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'adult' }

const NAME_MAX_CHARS = 20
const EMAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/
const MOBILE = /^01[016-9]\d{7,8}$/
/** Words around a name that are none. */
const NO_NAME =
  /^(?:보호자|법정대리인|부모|부모님|엄마|어머니|아빠|아버지|할머니|할아버지|이름|성함|번호|전화|전화번호|휴대폰|휴대전화|핸드폰|연락처|메일|이메일|우리|저희|제|저|은|는|이|가|의|입니다|이에요|예요|이고|이요|mom|mum|mother|dad|father|guardian|parent|name|phone|number|email|mail|my|is|and|her|his|the|please)$/i

/** Under 14: who is to be asked, by a name and one contact (개인정보 보호법 §22의2②). */
export const guardianContact: QuestionSpec<GuardianAnswer> = {
  id: 'consent.guardian',
  ask: (turn) => ({
    text: say(turn)(turn.draft.guardian === 'asked' ? 'guardian.waiting' : 'guardian.ask'),
    offers: offers(turn),
  }),
  read(turn, choice) {
    const { heard } = turn.reply
    if ((choice ?? readLabel(heard, offers(turn))) === 'anonymous') return { ok: true, value: { kind: 'anonymous' } }
    const contact = readContact(heard)
    if (contact && !turn.ports.guardianContacts.includes(contact.kind))
      return { ok: false, problem: otherKind(contact) }
    if (contact) return { ok: true, value: { kind: 'contact', contact, name: readName(heard, contact) } }
    if (choice === undefined && readTypedAge(heard) === 'adult') return { ok: true, value: { kind: 'adult' } }
    return { ok: false, problem: turn.draft.guardian === 'asked' ? 'guardian.waiting' : 'guardian.retry' }
  },
}

/** The guardian's name, where it did not come with the contact; an empty string when it is skipped. */
export const guardianName: QuestionSpec<string> = {
  id: 'contact.name',
  ask: (turn) => ({ text: say(turn)('guardian.askName'), offers: skip(turn) }),
  read(turn, choice) {
    const { heard } = turn.reply
    if ((choice ?? readLabel(heard, skip(turn))) === 'skip' || /모르|몰라|dontknow/.test(normalise(heard))) {
      return { ok: true, value: '' }
    }
    const name = namesIn(heard)
    return name === undefined ? { ok: false, problem: 'guardian.nameRetry' } : { ok: true, value: name }
  },
}

// What is told without a name would be tied to a conversation that is written down.
function offers(turn: Turn) {
  if (turn.session.isDurable) return []
  return [{ value: 'anonymous', label: say(turn)('guardian.anonymous') }]
}

function skip(turn: Turn) {
  return [{ value: 'skip', label: say(turn)('choice.skip') }]
}

function otherKind({ kind }: GuardianContact): MessageKey {
  return kind === 'phone' ? 'guardian.emailOnly' : 'guardian.phoneOnly'
}

// A message that can be read on the way needs a mobile number or an address.
function readContact(text: string): GuardianContact | undefined {
  const email = EMAIL.exec(text.normalize('NFKC'))?.[0]
  if (email !== undefined) return { kind: 'email', value: email.toLowerCase() }
  const phone = readPhone(text)
  return phone !== undefined && MOBILE.test(phone) ? { kind: 'phone', value: phone } : undefined
}

function readName(text: string, { kind }: GuardianContact): string | undefined {
  const contact = kind === 'email' ? EMAIL : /[+\d][\d\s().–-]{7,}\d/
  return namesIn(text.normalize('NFKC').replace(contact, ' '))
}

function namesIn(text: string): string | undefined {
  const words = text
    .replaceAll(/[^\p{L}\s]/gu, ' ')
    .split(/\s+/)
    .map((word) => word.replace(/(?<=[가-힣]{2})(?:입니다|이에요|예요|이고요?|고요?|이요|님|씨|은|는)$/u, ''))
    .filter((word) => word !== '' && !NO_NAME.test(word))
  const name = words.join(' ')
  return words.length > 0 && words.length <= 3 && name.length <= NAME_MAX_CHARS ? name : undefined
}
