import { translate } from '../locales/locales.ts'
import type { Delivery } from './delivery/delivery.ts'
import type { Hospital } from './hospital/hospital.ts'
import type { SendMail } from './http/mail.ts'
import type { TicketReader, Transact } from './tickets/ports.ts'

export type AlarmDependencies = {
  readonly hospital: Hospital
  readonly transact: Transact
  readonly tickets: Pick<TicketReader, 'findTicketById'>
  readonly newId: () => string
  readonly sendMail: SendMail | undefined
  readonly log: { error(fields: object, message: string): void }
}

/** Tells people when something cannot be delivered: in the log, in the duty channel and by mail to the coordinators. */
export function createAlarm({ hospital, transact, tickets, newId, sendMail, log }: AlarmDependencies) {
  async function raise(what: 'parked' | 'stuck', delivery: Delivery, code: string): Promise<void> {
    log.error({ delivery: delivery.id, kind: delivery.kind, code }, `a delivery is ${what}`)
    const number = await findNumber(delivery)
    const values = { number, code, delivery: delivery.id }
    // An alarm that cannot be posted must not ring for itself without end.
    if (delivery.kind !== 'slack_alarm') await post(`desk.alarm.${what}`, values)
    await mail(translate('ko', `desk.alarm.${what}`, values))
  }

  async function findNumber({ ticketId }: Delivery): Promise<string> {
    if (ticketId === undefined) return '-'
    return (await tickets.findTicketById(ticketId))?.number ?? '-'
  }

  async function post(key: string, values: Readonly<Record<string, string>>): Promise<void> {
    const channel = hospital.coordination.dutyChannel
    await transact((tx) =>
      tx.enqueue({
        id: newId(),
        kind: 'slack_alarm',
        ticketId: undefined,
        destination: channel,
        orderKey: `alarm:${values['delivery']}`,
        priority: 0,
        payload: { message: { key, values } },
      }),
    )
  }

  async function mail(text: string): Promise<void> {
    if (!sendMail) return
    const coordinators = hospital.staff.filter(({ roles }) => roles.includes('coordinator'))
    for (const { email } of coordinators) {
      // One mail that does not go out must not keep the others, or the delivery's own state, from being written.
      await sendMail({ to: email, subject: `[Sori] ${hospital.name.ko}`, text }).catch(() =>
        log.error({ code: 'alarm_mail_failed' }, 'an alarm could not be mailed'),
      )
    }
  }

  return {
    /** It can never be sent as it is. */
    parked: (delivery: Delivery, code: string): Promise<void> => raise('parked', delivery, code),
    /** It has failed for a long time and goes on being tried. */
    stuck: (delivery: Delivery, code: string): Promise<void> => raise('stuck', delivery, code),
  }
}
