import { describe, expect, it } from '@jest/globals'

import { findAnswerDelivery } from '../../../../bots/desk/cards/answerDelivery.ts'
import type { DeliverySight } from '../../../../src/tickets/ports.ts'

const sight = (state: DeliverySight['state'], minute = 0, kind: DeliverySight['kind'] = 'patient_reply') => ({
  kind,
  state,
  at: new Date(Date.UTC(2026, 10, 22, 1, minute)),
  errorCode: undefined,
})
const answered = { answeredAt: new Date(), conversationId: 'c1' }

describe('what became of the answer', () => {
  it.each([
    ['nothing before there is one', { ...answered, answeredAt: undefined }, [sight('sent')], undefined],
    ['looked up by whoever filed without a name', { ...answered, conversationId: undefined }, [], 'lookup'],
    ['on its way before anybody tried', answered, [sight('pending')], 'sending'],
    ['on its way while nobody knows', answered, [sight('unclear')], 'sending'],
    ['waiting for the patient', answered, [sight('waiting')], 'waiting'],
    ['sent', answered, [sight('sent')], 'sent'],
    ['delivered', answered, [sight('delivered')], 'delivered'],
    ['failed', answered, [sight('parked')], 'failed'],
    ['that of the latest try', answered, [sight('parked', 5), sight('delivered', 9), sight('waiting', 1)], 'delivered'],
    ['not that of a card', answered, [sight('parked', 9, 'slack_card'), sight('sent', 1)], 'sent'],
  ])('is %s', (_, ticket, sights, expected) => {
    expect(findAnswerDelivery(ticket, sights)).toBe(expected)
  })
})
