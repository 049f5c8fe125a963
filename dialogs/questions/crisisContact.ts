import type { MessageKey } from '../../locales/locales.ts'
import type { IncidentContact } from '../../src/incidents/incident.ts'
import { tellsAStory } from '../absorb.ts'
import { shorten } from '../format.ts'
import type { QuestionSpec } from '../question.ts'
import { readLabel, readPhone, readYesNo } from '../reading.ts'
import { say, type Turn } from '../turn.ts'

const PLACE_MAX_CHARS = 80

/** Words of a place somebody can be looked for at. */
const PLACE =
  /\d\s*층|\d\s*호|병동|병실|응급실|중환자실|수술실|로비|옥상|계단|복도|화장실|주차장|본관|별관|신관|외래|접수|수납|대기실|검사실|엘리베이터|승강기|병원|안이|밖이|밖에|집이|집에|우리\s?집|회사|학교|아파트|원룸|모텔|다리\s?위|역\s?앞|\b(?:ward|room|floor|lobby|roof|stairs|hospital|inside|outside|home|house|office|school|street|car park|bridge|emergency)\b/i

export type CrisisContactAnswer =
  | { readonly kind: 'contact'; readonly contact: Omit<IncidentContact, 'v'> }
  /** A tap, which still leaves to ask where exactly and whether to call. */
  | { readonly kind: 'place'; readonly place: 'inside' | 'outside' }
  /** Neither place nor number, but more of what happened. */
  | { readonly kind: 'more' }
  | { readonly kind: 'skip' }

/**
 * Where somebody in danger is, and whether they may be called. Nobody is kept here: the second answer that says neither
 * is taken as none.
 */
export const crisisContact: QuestionSpec<CrisisContactAnswer> = {
  id: 'crisis.contact',
  ask: (turn) => ({ text: say(turn)(askFor(turn)), offers: offers(turn) }),
  read(turn, choice, misses) {
    const value = choice ?? readLabel(turn.reply.text, everyOffer(turn))
    if (value === 'inside' || value === 'outside') return { ok: true, value: { kind: 'place', place: value } }
    if (value === 'skip' || readYesNo(turn.reply.text) === false) return { ok: true, value: { kind: 'skip' } }
    const contact = readContact(turn)
    if (contact) return { ok: true, value: { kind: 'contact', contact } }
    const isStory = tellsAStory(turn) && turn.reply.understanding.type !== 'inquiry'
    if (isStory) return { ok: true, value: { kind: 'more' } }
    return misses > 0 ? { ok: true, value: { kind: 'skip' } } : { ok: false, problem: 'crisis.contactRetry' }
  },
}

function askFor({ session }: Turn): MessageKey {
  const told = session.incident?.told
  if (told === 'inside') return 'crisis.contactInside'
  return told === 'outside' ? 'crisis.contactOutside' : 'crisis.contact'
}

// The words are kept without the tokens that stand for names and numbers, since nothing here says what those stand for.
function readContact({ reply }: Turn): Omit<IncidentContact, 'v'> | undefined {
  const phone = readPhone(reply.heard)
  const words = reply.text
    .replaceAll(/\[[^\]]+\](?:으?로|이고|이에요|예요|입니다)?/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const place = PLACE.test(words) ? shorten(words, PLACE_MAX_CHARS) : undefined
  if (phone === undefined && place === undefined) return undefined
  return { ...(place === undefined ? {} : { place }), ...(phone === undefined ? {} : { phone }) }
}

function offers(turn: Turn) {
  const isPlaceTold = turn.session.incident?.told !== undefined
  return isPlaceTold ? everyOffer(turn).filter(({ value }) => value === 'skip') : everyOffer(turn)
}

function everyOffer(turn: Turn) {
  const t = say(turn)
  return [
    { value: 'inside', label: t('crisis.inside') },
    { value: 'outside', label: t('crisis.outside') },
    { value: 'skip', label: t('crisis.noContact') },
  ]
}
