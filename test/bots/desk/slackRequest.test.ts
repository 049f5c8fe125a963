import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { type DeskRig, startDeskRig } from './deskRig.ts'

const FORM = 'application/x-www-form-urlencoded'
const nowSec = (): number => Math.floor(Date.now() / 1000)
const interaction = (payload: unknown): string => `payload=${encodeURIComponent(JSON.stringify(payload))}`
const press = { type: 'block_actions', user: { id: 'U0DOYUN00' }, team: { id: 'T1' }, actions: [{ action_id: 'x' }] }

describe('POST /slack/events', () => {
  let rig: DeskRig
  beforeAll(async () => {
    rig = await startDeskRig()
  })
  afterAll(() => rig.stop())

  it.each([
    ['a wrong secret', { secret: 'guess' }, 401],
    ['a stamp six minutes old', { timestampSec: nowSec() - 360 }, 401],
    ['a stamp six minutes ahead', { timestampSec: nowSec() + 360 }, 401],
    ['a stamp that is no number', { timestampSec: Number.NaN }, 401],
    ['a stamp four minutes old', { timestampSec: nowSec() - 240 }, 200],
    ['a stamp four minutes ahead', { timestampSec: nowSec() + 240 }, 200],
    ['a charset after the content type', { contentType: `${FORM}; charset=utf-8` }, 200],
  ])('answers a request with %s', async (_, options, status) => {
    const answer = await rig.slack.signedRequest('command=%2Fvoc&user_id=U0DOYUN00&team_id=T1&text=help', options)
    expect(answer.status).toBe(status)
    if (status === 401) expect(answer.body).toMatchObject({ error: { code: 'invalid_signature' } })
  })

  it.each([
    ['null', 'null', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['no JSON', '{"type":', 'application/json'],
    ['a payload that is null', interaction(null), FORM],
    ['a payload that is text', interaction('x'), FORM],
    ['an event that is null', '{"type":"event_callback","event":null}', 'application/json'],
    ['a press by nobody', interaction({ type: 'block_actions', actions: [] }), FORM],
  ])('refuses %s with 400', async (_, body, contentType) => {
    const answer = await rig.slack.signedRequest(body, { contentType })
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid_body' } } })
  })

  it('refuses a body of two megabytes with 413', async () => {
    const answer = await rig.slack.signedRequest('x'.repeat(2 * 1024 * 1024))
    expect(answer.status).toBe(413)
  })

  it('answers the certificate check without a signature, and nothing else that comes with it', async () => {
    const body = `ssl_check=1&command=%2Fvoc&user_id=U0DOYUN00`
    const answer = await rig.slack.signedRequest(body, { secret: 'guess' })
    expect(answer).toMatchObject({ status: 200, body: undefined })
  })

  it('answers the verification of its URL', async () => {
    const body = '{"type":"url_verification","challenge":"abc"}'
    const answer = await rig.slack.signedRequest(body, { contentType: 'application/json' })
    expect(answer).toMatchObject({ status: 200, body: { challenge: 'abc' } })
  })

  it.each([
    ['an event', '{"type":"event_callback","team_id":"T1","event":{"type":"message","text":"hi"}}', 'application/json'],
    ['a press of no known shape', interaction(press), FORM],
    ['a payload of a kind to come', interaction({ type: 'tomorrow', user: { id: 'U1' } }), FORM],
    [
      'a global shortcut',
      interaction({ type: 'shortcut', callback_id: 'voc_new', user: { id: 'U1' }, team: null }),
      FORM,
    ],
    ['options of a menu', interaction({ type: 'block_suggestion', user: { id: 'U1' }, team: { id: 'T1' } }), FORM],
  ])('acknowledges %s at once', async (_, body, contentType) => {
    const from = performance.now()
    const answer = await rig.slack.signedRequest(body, { contentType })
    expect(answer.status).toBe(200)
    expect(performance.now() - from).toBeLessThan(2000)
  })

  it('logs codes and nothing that was sent', async () => {
    await rig.slack.signedRequest(interaction({ ...press, actions: 'my secret words' }))
    await rig.slack.signedRequest('{"my secret words', { contentType: 'application/json' })
    expect(rig.logged.join()).toContain('slack_payload_unreadable')
    expect(rig.logged.join()).not.toContain('secret words')
  })
})
