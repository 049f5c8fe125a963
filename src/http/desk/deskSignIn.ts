import { deskPage as en } from '../../../locales/en/deskPage.ts'
import { deskPage as ko } from '../../../locales/ko/deskPage.ts'
import type { OneTimeCodes } from '../../codes/oneTimeCodes.ts'
import { findStaffByEmail, findStaffBySlackUser, type Hospital, type StaffMember } from '../../hospital/hospital.ts'
import type { DeskAccess } from '../../tickets/deskAccess.ts'
import type { SendMail } from '../mail.ts'

const LINK_TTL_MS = 5 * 60_000
const CODES = 'desk'

/** A desk session nobody used for this long is over (안전성 확보조치 기준 §6). */
export const SESSION_IDLE_MS = 15 * 60_000

/** Who sits at the desk page, and the ticket whose link brought them there. */
export type DeskSession = { readonly person: StaffMember; readonly ticketNumber: string | undefined }

/** A session just opened. Its token goes into the cookie and is kept nowhere else. */
export type OpenedSession = DeskSession & { readonly sessionToken: string }

export type DeskSignInDependencies = {
  readonly access: DeskAccess
  readonly hospital: Hospital
  readonly now: () => Date
  /** 32 random bytes, base64url. */
  readonly randomToken: () => string
  readonly codes: OneTimeCodes
  /** Keyed hash: what the database holds opens nothing. */
  readonly hash: (purpose: string, value: string) => string
  /** Absent when the hospital has no mail server set up. */
  readonly sendMail?: SendMail | undefined
  readonly publicUrl: string
}

/** How staff come to the desk page: by a link of their own from Slack, or by a code sent to their hospital mail. */
export type DeskSignIn = ReturnType<typeof createDeskSignIn>

/** Builds the desk's sign-in. People the hospital file does not know are let in by no path. */
export function createDeskSignIn(dependencies: DeskSignInDependencies) {
  const { access, codes, hospital, now, randomToken, hash, sendMail, publicUrl } = dependencies
  const later = (ms: number): Date => new Date(now().getTime() + ms)
  const sessionHash = (token: string): string => hash('desk_session', token)
  const mailbox = (email: string): string => email.trim().toLowerCase()

  async function open(person: StaffMember | undefined, ticketNumber?: string): Promise<OpenedSession | undefined> {
    if (!person) return undefined
    const sessionToken = randomToken()
    await access.openSession(
      { tokenHash: sessionHash(sessionToken), slackUserId: person.slackUserId, ticketNumber },
      now(),
    )
    return { person, ticketNumber, sessionToken }
  }

  return {
    /** Whether a code can be sent by mail. */
    hasMail: sendMail !== undefined,

    /**
     * Makes the link behind a press in Slack: for that person alone, once, within five minutes.
     *
     * @param ticketNumber the ticket it opens; its holder may handle that ticket whatever their department
     */
    async createLink(slackUserId: string, ticketNumber?: string): Promise<string> {
      const token = randomToken()
      const expiresAt = later(LINK_TTL_MS)
      await access.createLink({ tokenHash: hash('desk_link', token), slackUserId, ticketNumber, expiresAt })
      return new URL(`/desk/${token}`, publicUrl).href
    },

    /** Opens a session with a link's token; undefined when it was used before, is too old or never was. */
    async redeem(token: string): Promise<OpenedSession | undefined> {
      const link = await access.redeemLink(hash('desk_link', token), now())
      return link && open(findStaffBySlackUser(hospital, link.slackUserId), link.ticketNumber)
    },

    /** Sends a code to the address if it is a member of staff's. Callers tell nobody whether it was. */
    async requestCode(email: string): Promise<void> {
      const person = findStaffByEmail(hospital, email)
      if (!person || !sendMail) return
      const code = await codes.issue(CODES, mailbox(email))
      await sendMail({ to: person.email, ...codeMail(hospital, code) })
    },

    /** Opens a session with the code sent by mail; undefined when it is wrong, too old or was tried too often. */
    async signInWithCode(email: string, code: string): Promise<OpenedSession | undefined> {
      if (!(await codes.tryCode(CODES, mailbox(email), code))) return undefined
      return open(findStaffByEmail(hospital, email))
    },

    /** The session behind a cookie, kept alive by asking; undefined when idle too long, closed, or no longer staff. */
    async findSession(sessionToken: string): Promise<DeskSession | undefined> {
      const session = await access.touchSession(sessionHash(sessionToken), now(), SESSION_IDLE_MS)
      const person = session && findStaffBySlackUser(hospital, session.slackUserId)
      return person && { person, ticketNumber: session.ticketNumber }
    },

    async signOut(sessionToken: string): Promise<void> {
      await access.closeSession(sessionHash(sessionToken))
    },
  }
}

/** In both languages, since nobody knows yet who will read it. */
function codeMail(hospital: Hospital, code: string): { readonly subject: string; readonly text: string } {
  const [korean, english] = [ko, en].map(({ mail }) => mail.text.replace('{{code}}', code))
  return { subject: ko.mail.subject.replace('{{hospital}}', hospital.name.ko), text: `${korean}\n\n${english}\n` }
}
