import type { Translate } from '../locales/locales.ts'
import { findHelpline } from '../src/hospital/helplines.ts'
import type { Hospital } from '../src/hospital/hospital.ts'
import type { Language } from '../src/tickets/ticket.ts'
import type { CrisisKind } from '../src/tickets/vocabulary.ts'
import { say, type Turn } from './turn.ts'

/** Who a danger is about, where that decides which line helps. */
type Concerned = 'child' | 'elder' | 'partner'

/** The lines besides 119, 112 and 109, by their ids in the hospital file; one it does not name is left out. */
const LINES: Readonly<Record<CrisisKind, Readonly<Record<Concerned | 'anybody', readonly string[]>>>> = {
  medical_emergency: { anybody: [], child: [], elder: [], partner: [] },
  self_harm: { anybody: [], child: ['1388'], elder: [], partner: [] },
  violence_abuse: { anybody: [], child: ['1388'], elder: ['1577-1389'], partner: ['1366'] },
  sexual_harassment: { anybody: ['1366'], child: ['1388'], elder: [], partner: [] },
}

const WORDS: Readonly<Record<Concerned, RegExp>> = {
  child:
    /아이|애기|아기|애를|애가|아들|딸|손자|손녀|손주|조카|어린이|유치원|초등|중학생|고등학생|청소년|학생|미성년|(?:엄마|아빠|부모님?|계부|계모|새아빠|새엄마)(?:가|이|께서|한테|에게)|\b(?:child|children|kid|kids|baby|son|daughter|teenager|teen|minor|toddler)\b/i,
  elder:
    /어르신|노인|할머니|할아버지|치매|요양|노모|노부|시어머니|시아버지|장모|장인|(?:어머니|어머님|아버지|아버님)(?:를|을|께|한테|에게)|일흔|여든|아흔|[789]\d\s?(?:세|살)|\b(?:elderly|grand(?:mother|father|ma|pa)|dementia|nursing home)\b/i,
  partner:
    /남편|아내|와이프|배우자|남자\s?친구|여자\s?친구|남친|여친|애인|동거|가정\s?폭력|데이트\s?폭력|\b(?:husband|wife|boyfriend|girlfriend|partner|ex)\b/i,
}

/** What is said first to the danger just told of. Whom it is about is read now, and kept nowhere. */
export function sayDanger(turn: Turn, crisis: CrisisKind): string {
  const { ports, session, reply, draft } = turn
  const place = { hospital: ports.hospital, language: session.language }
  const concerned = [...findConcerned(reply.heard), ...(draft.age === 'child' ? (['child'] as const) : [])]
  return dangerText(say(turn), place, crisis, concerned)
}

/** Whom a text is about, as far as one of the lines is for them. */
export function findConcerned(text: string): readonly Concerned[] {
  return (['child', 'elder', 'partner'] as const).filter((who) => WORDS[who].test(text))
}

/** What is said first in a danger: whom to call, from the hospital file, and that nobody reads along. */
export function dangerText(
  t: Translate,
  place: { readonly hospital: Hospital; readonly language: Language },
  crisis: CrisisKind,
  concerned: readonly Concerned[],
): string {
  const ids = new Set((['anybody', ...concerned] as const).flatMap((who) => LINES[crisis][who]))
  const lines = [...ids].flatMap((id) => {
    const line = findHelpline(place.hospital, id)
    return line ? [t('crisis.line', { label: line.label[place.language], number: line.number })] : []
  })
  return [t(`crisis.${crisis}`), ...lines, t('crisis.unread')].join('\n')
}
