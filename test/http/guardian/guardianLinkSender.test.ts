import { describe, expect, it } from '@jest/globals'

import type { Delivery } from '../../../src/delivery/delivery.ts'
import type { GuardianRequest } from '../../../src/guardian/guardianRequest.ts'
import { createGuardianLinkSender } from '../../../src/http/guardian/guardianLinkSender.ts'
import { SmsError } from '../../../src/http/sms.ts'

const NOW = new Date('2026-11-22T00:00:00Z')
const DELIVERY = { id: 'delivery-1', destination: 'request-1' } as Delivery

function send(state: GuardianRequest['state'] | 'gone', failure?: Error) {
  const sent: string[] = []
  const sender = createGuardianLinkSender({
    guardians: {
      findById: async (id) => (state === 'gone' ? undefined : ({ id, state, language: 'ko' } as GuardianRequest)),
      findDetails: async () => ({ v: 1, contact: { kind: 'phone', value: '01000001234' } }),
    },
    messages: {
      kinds: ['phone'],
      sendLink: async (_contact, _language, url) => {
        if (failure) throw failure
        sent.push(url)
      },
      sendCode: async () => undefined,
    },
    hash: (purpose, value) => `${purpose}-${value}`,
    publicUrl: 'https://sori.example',
    now: () => NOW,
  })
  return sender.send(DELIVERY).then((outcome) => ({ outcome, sent }))
}

describe('the link to a guardian', () => {
  it('is sent, the same at every try', async () => {
    const { outcome, sent } = await send('waiting')
    expect(outcome).toEqual({ kind: 'sent' })
    expect(sent).toEqual(['https://sori.example/guardian/guardian_link-request-1'])
    expect((await send('waiting')).sent).toEqual(sent)
  })

  it.each(['agreed', 'refused', 'gone'] as const)('is not sent for a request that is %s', async (state) => {
    expect(await send(state)).toEqual({ outcome: { kind: 'superseded' }, sent: [] })
  })

  it.each([
    ['a dealer out of reach', new SmsError('sms_not_taken', 'away'), 'retry'],
    ['a refusal', new SmsError('sms_refused', 'no'), 'rejected'],
    ['a dealer’s silence', new SmsError('sms_unclear', 'late'), 'rejected'],
    ['a mail server’s fault', new Error('away'), 'retry'],
  ] as const)('after %s comes to what is safe', async (_name, failure, kind) => {
    expect((await send('waiting', failure)).outcome).toMatchObject({ kind })
  })
})
