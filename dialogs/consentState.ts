import { CONSENT_PURPOSES, type ConsentPurpose } from '../src/consent/consent.ts'
import type { Session } from '../src/conversations/session.ts'
import type { NoticePorts } from './notice.ts'

type Standing = { readonly ports: NoticePorts; readonly session: Session }

/** Tells whether a notice was answered in this conversation and has not changed since. */
export function isAnswered(standing: Standing, purpose: ConsentPurpose): boolean {
  return (
    standing.session.consents[purpose] !== undefined &&
    answeredVersion(standing, purpose) === versionNow(standing, purpose)
  )
}

/** Tells whether a notice was answered in another version than the one that holds now. */
export function isChanged(standing: Standing, purpose: ConsentPurpose): boolean {
  const version = answeredVersion(standing, purpose)
  return version !== undefined && version !== versionNow(standing, purpose)
}

/** Tells whether the person agrees to collection as the notice now describes it. */
export function agreesToCollection(standing: Standing): boolean {
  return standing.session.consents.collect === true && isAnswered(standing, 'collect')
}

/** Tells whether somebody under 14 talks here whose guardian has not agreed (개인정보 보호법 §22의2①). */
export function awaitsGuardian({ session }: Pick<Standing, 'session'>): boolean {
  return session.draft.age === 'child' && session.consents.guardian !== true
}

/**
 * What is still to be answered. Where nothing goes abroad there is nothing to ask about it, and a child is asked nothing.
 */
export function openPurposes(standing: Standing): readonly ConsentPurpose[] {
  if (awaitsGuardian(standing)) return []
  return CONSENT_PURPOSES.filter((purpose) => isAsked(standing.ports, purpose) && !isAnswered(standing, purpose))
}

/** Tells whether the question the person is looking at was answered on the page meanwhile. */
export function isAnsweredElsewhere(standing: Standing): boolean {
  const asked = standing.session.prompt?.id
  return CONSENT_PURPOSES.some((purpose) => asked === `consent.${purpose}` && isAnswered(standing, purpose))
}

/** What is asked about at this hospital, in the order it is asked. */
export function askedPurposes(ports: NoticePorts): readonly ConsentPurpose[] {
  return CONSENT_PURPOSES.filter((purpose) => isAsked(ports, purpose))
}

/** Tells whether a purpose is asked about at this hospital. */
export function isAsked({ processorsAbroad }: NoticePorts, purpose: ConsentPurpose): boolean {
  return purpose !== 'overseas' || processorsAbroad.length > 0
}

function answeredVersion({ session }: Standing, purpose: ConsentPurpose): string | undefined {
  return session.noticeVersions?.[purpose]
}

function versionNow({ ports, session }: Standing, purpose: ConsentPurpose): string {
  return ports.notices.current(purpose, session.language, ports.now()).version
}
