import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { WebClient } from '@slack/web-api'
import { card, modal } from './samples.ts'
import { appToken, botToken, startSlackBench, type SlackBench } from './startSlackBench.ts'

const metadata = {
  event_type: 'complaint_ticket',
  event_payload: { number: 'V26-7KQ4MZ3', revision: 1, delivery: 'd1' },
}

let bench: SlackBench
beforeAll(async () => {
  bench = await startSlackBench()
})
afterAll(() => bench.stop())

const post = (text: string, more: object = {}) => bench.client.chat.postMessage({ channel: 'C1', text, ...more })
const tsOf = async (text: string, more: object = {}) => (await post(text, more)).ts ?? ''
const lastSeen = () => bench.slack.channel('C1').messages.at(-1)

describe('the Web API', () => {
  it('says who the app is', async () => {
    expect(await bench.client.auth.test()).toMatchObject({ ok: true, team: 'Rehearsal', user_id: 'U0REHEARSAL' })
  })

  it('keeps a posted card with its blocks and metadata, and gives it back only when metadata is asked for', async () => {
    const { ts } = await post('a card', { blocks: card(), metadata })
    const plain = await bench.client.conversations.history({ channel: 'C1', limit: 1 })
    const whole = await bench.client.conversations.history({ channel: 'C1', limit: 1, include_all_metadata: true })
    expect(plain.messages?.[0]).toMatchObject({ ts, text: 'a card', bot_id: 'B0REHEARSAL' })
    expect(plain.messages?.[0]?.metadata).toEqual({ event_type: 'complaint_ticket' })
    expect(whole.messages?.[0]?.metadata).toEqual(metadata)
    expect(lastSeen()).toMatchObject({ ts, text: 'a card', metadata, deleted: false, replies: [] })
    expect(lastSeen()?.blocks?.[1]).toMatchObject({ type: 'actions', block_id: 'act' })
  })

  it('gives every message a later timestamp, also while the clock stands still', async () => {
    const still = await startSlackBench(() => {}, { now: () => 1_780_000_000_000 })
    const say = (text: string) => still.client.chat.postMessage({ channel: 'C1', text })
    const stamps = [await say('first'), await say('second'), await say('third')].map(({ ts }) => ts)
    await still.stop()
    expect(stamps).toEqual(['1780000000.000000', '1780000000.000001', '1780000000.000002'])
  })

  it.each([
    [
      'takes the blocks away when only text is given',
      { text: 'closed' },
      { text: 'closed', blocks: undefined, metadata, isEdited: true },
    ],
    [
      'keeps the text when only blocks are given',
      { blocks: card('other') },
      { text: 'a card', metadata, isEdited: false },
    ],
    [
      'keeps blocks and text when neither is given',
      { metadata: {} },
      { text: 'a card', blocks: expect.any(Array), metadata: undefined },
    ],
    [
      'replaces metadata',
      { text: 'x', metadata: { event_type: 'e', event_payload: {} } },
      { metadata: { event_type: 'e', event_payload: {} } },
    ],
  ])('%s on update', async (_, update, seen) => {
    const ts = await tsOf('a card', { blocks: card(), metadata })
    await bench.client.chat.update({ channel: 'C1', ts, ...(update as { text: string }) })
    expect(lastSeen()).toMatchObject(seen)
  })

  it('keeps replies under their message, and a tombstone when it is deleted', async () => {
    const ts = await tsOf('parent')
    await post('first', { thread_ts: ts })
    await post('second', { thread_ts: ts, reply_broadcast: true })
    await bench.client.chat.delete({ channel: 'C1', ts })
    expect(lastSeen()).toMatchObject({ ts, deleted: true, replies: [{ text: 'first' }, { text: 'second' }] })
    const { messages } = await bench.client.conversations.replies({ channel: 'C1', ts })
    expect(messages?.map((message) => message.text)).toEqual(['This message was deleted.', 'first', 'second'])
    const history = await bench.client.conversations.history({ channel: 'C1', limit: 2 })
    expect(history.messages).toMatchObject([{ text: 'second' }, { subtype: 'tombstone', reply_count: 2 }])
  })

  it('leaves a deleted message without replies out of the history', async () => {
    const before = await tsOf('stays')
    const ts = await tsOf('goes')
    await bench.client.chat.delete({ channel: 'C1', ts })
    const { messages } = await bench.client.conversations.history({ channel: 'C1', limit: 1 })
    expect(messages?.[0]?.ts).toBe(before)
  })

  it('pages through history, newest first, between two times', async () => {
    const stamps = [await tsOf('1'), await tsOf('2'), await tsOf('3'), await tsOf('4')]
    const range = { channel: 'C1', oldest: stamps[0] ?? '', limit: 2 }
    const first = await bench.client.conversations.history(range)
    const cursor = first.response_metadata?.next_cursor ?? ''
    const second = await bench.client.conversations.history({ ...range, cursor })
    expect(first.messages?.map((message) => message.text)).toEqual(['4', '3'])
    expect(second.messages?.map((message) => message.text)).toEqual(['2'])
    expect([first.has_more, second.has_more]).toEqual([true, false])
    const one = await bench.client.conversations.history({
      channel: 'C1',
      latest: stamps[1] ?? '',
      inclusive: true,
      limit: 1,
    })
    expect(one.messages?.[0]?.text).toBe('2')
  })

  it('opens a direct message by user id', async () => {
    const { channel } = await bench.client.chat.postMessage({ channel: 'U1', text: 'for you' })
    const opened = await bench.client.conversations.open({ users: 'U1' })
    expect(opened.channel?.id).toBe(channel)
    expect(bench.slack.dms('U1').map((message) => message.text)).toEqual(['for you'])
    expect(bench.slack.dms('U2')).toEqual([])
  })

  it('shows an ephemeral message to one person only', async () => {
    await bench.client.chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'only you' })
    expect(bench.slack.ephemerals('U1').at(-1)).toMatchObject({ channel: 'C1', text: 'only you' })
    expect(bench.slack.ephemerals('U2')).toEqual([])
  })

  it('knows people and channels', async () => {
    const { user } = await bench.client.users.lookupByEmail({ email: 'kim@hospital.example' })
    expect(user).toMatchObject({ id: 'U1', name: 'nurse.kim' })
    expect((await bench.client.users.info({ user: 'U2' })).user).toMatchObject({ id: 'U2', is_bot: false })
    expect((await bench.client.conversations.members({ channel: 'C1' })).members).toEqual(['U1', 'U2', 'U0REHEARSAL'])
    const info = await bench.client.conversations.info({ channel: 'C2' })
    expect(info.channel).toMatchObject({ name: 'lobby', is_member: false, is_private: false, is_ext_shared: false })
  })

  it('publishes a home tab and refuses a stale one', async () => {
    const view = { type: 'home' as const, blocks: card() }
    const first = await bench.client.views.publish({ user_id: 'U1', view })
    const hash = first.view?.hash ?? ''
    await bench.client.views.publish({ user_id: 'U1', view, hash })
    await expect(bench.client.views.publish({ user_id: 'U1', view, hash })).rejects.toThrow('hash_conflict')
    expect(bench.slack.home('U1')).toMatchObject({ id: first.view?.id, type: 'home' })
  })

  it.each([
    ['channel_not_found', 'chat.postMessage', { channel: 'C9', text: 'x' }],
    ['channel_not_found', 'chat.postMessage', { channel: 'C3', text: 'x' }],
    ['not_in_channel', 'chat.postMessage', { channel: 'C2', text: 'x' }],
    ['no_text', 'chat.postMessage', { channel: 'C1' }],
    ['msg_too_long', 'chat.postMessage', { channel: 'C1', text: 'x'.repeat(40_001) }],
    ['thread_not_found', 'chat.postMessage', { channel: 'C1', text: 'x', thread_ts: '1.000001' }],
    ['invalid_blocks_format', 'chat.postMessage', { channel: 'C1', blocks: 'no json' }],
    ['invalid_metadata_format', 'chat.postMessage', { channel: 'C1', text: 'x', metadata: { event_type: 'x' } }],
    ['message_not_found', 'chat.update', { channel: 'C1', ts: '1.000001', text: 'x' }],
    ['message_not_found', 'chat.delete', { channel: 'C1', ts: '1.000001' }],
    ['user_not_in_channel', 'chat.postEphemeral', { channel: 'C1', user: 'U9', text: 'x' }],
    ['thread_not_found', 'conversations.replies', { channel: 'C1', ts: '1.000001' }],
    ['user_not_found', 'users.info', { user: 'U9' }],
    ['users_not_found', 'users.lookupByEmail', { email: 'nobody@hospital.example' }],
    ['invalid_trigger_id', 'views.open', { trigger_id: 'none', view: modal() }],
    ['invalid_arguments', 'views.open', { trigger_id: 'none', view: modal('A title that is too long, alas') }],
    ['not_found', 'views.update', { view_id: 'V9', view: modal() }],
    ['user_not_found', 'views.publish', { user_id: 'U9', view: { type: 'home', blocks: [] } }],
    ['invalid_arguments', 'chat.update', { channel: 'C1' }],
    ['unknown_method', 'chat.shout', {}],
    ['unknown_method', 'toString', {}],
  ])('refuses with %s: %s', async (error, method, args) => {
    const call = bench.client.apiCall(method, args)
    await expect(call).rejects.toMatchObject({ data: { ok: false, error } })
  })

  it("will not change another's message", async () => {
    const { ts } = await bench.slack.as('U1').say('C1', 'mine')
    await expect(bench.client.chat.update({ channel: 'C1', ts, text: 'x' })).rejects.toThrow('cant_update_message')
    await expect(bench.client.chat.delete({ channel: 'C1', ts })).rejects.toThrow('cant_delete_message')
  })

  it('names what is wrong with blocks', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }]
    await expect(bench.client.chat.postMessage({ channel: 'C1', text: 'x', blocks })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    })
  })

  it.each([
    ['a wrong token', 'invalid_auth', { authorization: 'Bearer xoxb-other' }, ''],
    ['no token', 'not_authed', {}, ''],
    ['the token in the form', undefined, {}, `token=${botToken}`],
    ['JSON that is none', 'invalid_json', { 'content-type': 'application/json' }, '{'],
    ['JSON that is no object', 'json_not_object', { 'content-type': 'application/json' }, '[]'],
    ['another kind of body', 'invalid_post_type', { 'content-type': 'text/xml' }, '<x/>'],
  ])('takes %s as Slack does', async (_, error, headers, body) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const response = await fetch(`${bench.apiUrl}auth.test`, {
      method: 'POST',
      headers: { ...form, ...headers } as Record<string, string>,
      body,
    })
    expect(await response.json()).toMatchObject(error === undefined ? { ok: true } : { ok: false, error })
  })

  it('opens no socket for an app that is not in Socket Mode', async () => {
    const client = new WebClient(appToken, { slackApiUrl: bench.apiUrl, retryConfig: { retries: 0 } })
    await expect(client.apps.connections.open()).rejects.toThrow('invalid_auth')
  })

  it('remembers every call, parsed and without its token', async () => {
    await post('remembered', { metadata })
    const call = bench.slack.calls.at(-1)
    expect(call).toMatchObject({ method: 'chat.postMessage', args: { channel: 'C1', text: 'remembered', metadata } })
    expect(call?.args).not.toHaveProperty('token')
    expect(call?.at).toBeGreaterThan(Date.now() - 5000)
  })
})
