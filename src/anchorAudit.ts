import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { translate } from '../locales/locales.ts'
import { ANCHORS_FILE, makeAnchor, writeAnchor } from './audit/anchor.ts'
import type { AuditHead } from './audit/ports.ts'
import { departmentOrCoordinator, type Hospital } from './hospital/hospital.ts'
import type { SendMail } from './http/mail.ts'
import type { Transact } from './tickets/ports.ts'

type AnchorDependencies = {
  readonly hospital: Hospital
  readonly audit: { findHead(): Promise<AuditHead> }
  readonly transact: Transact
  readonly sendMail: SendMail | undefined
  readonly keyedHash: (purpose: string, value: string) => string
  readonly dataDir: string
  readonly now: () => Date
  readonly newId: () => string
  readonly log: { error(fields: object, message: string): void }
}

/**
 * Builds the daily work of carrying the end of the access log out of the database: into a file, to the channel of the
 * department that handles privacy, and by mail to every privacy officer. Where one way fails the others are still gone.
 *
 * @throws when it neither got into the file nor into a mail
 */
export function createAnchorAudit(dependencies: AnchorDependencies) {
  const { hospital, audit, transact, sendMail, keyedHash, dataDir, now, newId, log } = dependencies

  async function toFile(line: string): Promise<void> {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await appendFile(join(dataDir, ANCHORS_FILE), `${line}\n`, { mode: 0o600, flush: true })
  }

  async function toSlack(values: Readonly<Record<string, string>>): Promise<void> {
    const { slackChannel } = departmentOrCoordinator(hospital, hospital.categories.privacy.department)
    await transact((tx) =>
      tx.enqueue({
        id: newId(),
        kind: 'slack_alarm',
        ticketId: undefined,
        destination: slackChannel,
        orderKey: 'audit:anchor',
        priority: 2,
        payload: { message: { key: 'desk.audit.anchor', values } },
      }),
    )
  }

  async function toMail(send: SendMail, values: Readonly<Record<string, string>>): Promise<void> {
    const subjectOf = { hospital: hospital.name.ko, date: values['date'] ?? '' }
    const subject = translate('ko', 'desk.audit.anchorSubject', subjectOf)
    const text = translate('ko', 'desk.audit.anchor', values)
    const officers = hospital.staff.filter(({ roles }) => roles.includes('privacy_officer'))
    const sent = await Promise.allSettled(officers.map(({ email }) => send({ to: email, subject, text })))
    if (sent.some(({ status }) => status === 'rejected')) throw new Error('An anchor could not be mailed.')
  }

  return async function anchorAudit(): Promise<void> {
    const anchor = makeAnchor(await audit.findHead(), now(), keyedHash)
    const line = writeAnchor(anchor)
    const values = { date: anchor.at.slice(0, 10), count: String(anchor.count), anchor: line }
    const ways = {
      file: toFile(line),
      slack: toSlack(values),
      ...(sendMail ? { mail: toMail(sendMail, values) } : {}),
    }
    const results = await Promise.allSettled(Object.values(ways))
    const failed = Object.keys(ways).filter((_, place) => results[place]?.status === 'rejected')
    if (failed.length > 0) log.error({ code: 'audit_anchor_not_sent', ways: failed }, 'an anchor did not go every way')
    // Slack's way begins in the database: where only that is open, nothing has left it yet.
    const left = Object.keys(ways).filter((way) => way !== 'slack' && !failed.includes(way))
    if (left.length === 0) throw new Error('The end of the access log was anchored nowhere.')
  }
}
