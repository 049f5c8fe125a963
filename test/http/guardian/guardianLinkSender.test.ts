import { describe, expect, it } from '@jest/globals'

import type { Delivery } from '../../../src/delivery/delivery.ts'
import type { GuardianRequest } from '../../../src/guardian/guardianRequest.ts'
import { createGuardianLinkSender } from '../../../src/http/guardian/guardianLinkSender.ts'
import { SmsError } from '../../../src/http/sms.ts'

const NOW = new Date('2026-11-22T00:00:00Z')
const DELIVERY = { id: 'delivery-1', destination: 'request-1' } as Delivery

function send(state: GuardianRequest['state'] | 'gone', failure?: Error) {
  const sent: string[] = []
  const refused: string[] = []
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
    onRefused: async ({ id }) => void refused.push(id),
  })
  return sender.send(DELIVERY).then((outcome) => ({ outcome, sent, refused }))
}

describe('the link to a guardian', () => {
  it('is sent, the same at every try', async () => {
    const { outcome, sent } = await send('waiting')
    expect(outcome).toEqual({ kind: 'sent' })
    expect(sent).toEqual(['https://sori.example/guardian/guardian_link-request-1'])
    expect((await send('waiting')).sent).toEqual(sent)
  })

  it.each(['agreed', 'refused', 'gone'] as const)('is not sent for a request that is %s', async (state) => {
    expect(await send(state)).toEqual({ outcome: { kind: 'superseded' }, sent: [], refused: [] })
  })

  it.each([
    ['a dealer out of reach', new SmsError('sms_not_taken', 'away'), 'retry', []],
    ['a refusal', new SmsError('sms_refused', 'no'), 'rejected', ['request-1']],
    ['a dealer’s silence', new SmsError('sms_unclear', 'late'), 'rejected', []],
    ['a mail server’s fault', new Error('away'), 'retry', []],
    ['a mail server’s moment', Object.assign(new Error(), { code: 'EENVELOPE', responseCode: 450 }), 'retry', []],
    [
      'an address nobody has',
      Object.assign(new Error(), { code: 'EENVELOPE', responseCode: 550 }),
      'rejected',
      ['request-1'],
    ],
  ] as const)('after %s comes to what is safe, and tells of what never comes', async (_name, failure, kind, told) => {
    const { outcome, refused } = await send('waiting', failure)
    expect(outcome).toMatchObject({ kind })
    expect(refused).toEqual(told)
  })
})
