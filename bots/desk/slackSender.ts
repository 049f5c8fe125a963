import type { Sender } from '../../src/delivery/delivery.ts'
import { errorCode } from './errorCode.ts'
import { sendCard } from './sending/sendCard.ts'
import { sendLine } from './sending/sendLine.ts'
import { settleDelivery } from './sending/settleDelivery.ts'
import type { SenderParts } from './sending/senderParts.ts'

/** When the record cannot be read nothing has been sent, and it may be back soon. */
const RECORD_RETRY_MS = 5000

/** Carries cards, notes, pages and alarms to Slack. Each call to Slack has the client's timeout and is made once. */
export function createSlackSender(parts: SenderParts): Sender {
  return {
    async send(delivery) {
      if (delivery.kind === 'patient_reply') return { kind: 'rejected', code: 'not_for_slack' }
      try {
        return await (delivery.kind === 'slack_card' ? sendCard(delivery, parts) : sendLine(delivery, parts))
      } catch (error) {
        return { kind: 'retry', afterMs: RECORD_RETRY_MS, code: errorCode(error) }
      }
    },
    async settle(delivery) {
      try {
        return await settleDelivery(delivery, parts)
      } catch (error) {
        return { kind: 'unknown', code: errorCode(error) }
      }
    },
  }
}
