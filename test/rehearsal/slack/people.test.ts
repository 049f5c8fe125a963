import { afterEach, describe, expect, it } from '@jest/globals'
import type { App, BlockAction } from '@slack/bolt'
import { card, modal } from './samples.ts'
import { startSlackBench, until, type SlackBench } from './startSlackBench.ts'
import type { SlackStandInOptions } from '../../../src/rehearsal/slack/createSlackStandIn.ts'

let bench: SlackBench
afterEach(() => bench.stop())

const start = async (wire: (app: App) => void, options: Partial<SlackStandInOptions> = {}): Promise<SlackBench> => {
  bench = await startSlackBench(wire, options)
  return bench
}
const postCard = async (): Promise<{ channel: string; ts: string }> => {
  const { ts } = await bench.client.chat.postMessage({ channel: 'C1', text: 'a card', blocks: card() })
  return { channel: 'C1', ts: ts ?? '' }
}
const me = () => bench.slack.as('U1')

describe('pressing a button', () => {
  it('reaches the app signed, with all it needs, and the answer is seen by that person alone', async () => {
    const heard: BlockAction[] = []
    await start((app) =>
      app.action('claim', async ({ ack, body, respond }) => {
        await ack()
        heard.push(body as BlockAction)
        await respond('taken by someone else')
      }),
    )
    const at = await postCard()
    expect(await me().click({ ...at, actionId: 'claim' })).toEqual({ status: 200, body: undefined })
    await until(bench.slack, () => bench.slack.ephemerals('U1')[0])
    expect(bench.slack.ephemerals('U1')).toMatchObject([{ channel: 'C1', text: 'taken by someone else' }])
    expect(bench.slack.ephemerals('U2')).toEqual([])
    expect(heard[0]).toMatchObject({
      type: 'block_actions',
      user: { id: 'U1' },
      team: { id: 'T0REHEARSAL' },
      channel: { id: 'C1', name: 'privategroup' },
      container: { type: 'message', message_ts: at.ts, channel_id: 'C1', is_ephemeral: false },
      message: { ts: at.ts, text: 'a card' },
      actions: [{ action_id: 'claim', block_id: 'act', value: 'V26-7KQ4MZ3', action_ts: expect.any(String) }],
    })
  })

  it('may come from a card as it was earlier', async () => {
    const values: unknown[] = []
    await start((app) =>
      app.action('claim', async ({ ack, action }) => {
        values.push('value' in action ? action.value : undefined)
        await ack()
      }),
    )
    const at = await postCard()
    await bench.client.chat.update({ ...at, text: 'closed' })
    await expect(me().click({ ...at, actionId: 'claim' })).rejects.toThrow('no button claim')
    expect(await me().click({ ...at, actionId: 'claim', value: 'revision 1' })).toMatchObject({ status: 200 })
    expect(values).toEqual(['revision 1'])
  })

  it('replaces and removes messages through the response URL', async () => {
    await start((app) => {
      app.action('claim', async ({ ack, respond }) => {
        await ack()
        await respond({ replace_original: true, text: 'claimed', blocks: [] })
      })
      app.action('urgency', async ({ ack, respond }) => {
        await ack()
        await respond({ delete_original: true })
      })
    })
    const at = await postCard()
    const seen = () => bench.slack.channel('C1').messages.at(-1)
    await me().click({ ...at, actionId: 'claim' })
    await until(bench.slack, () => (seen()?.text === 'claimed' ? true : undefined))
    const again = await postCard()
    await me().select({ ...again, actionId: 'urgency', value: 'high' })
    await until(bench.slack, () => (seen()?.deleted === true ? true : undefined))
  })

  it('works on an ephemeral message, of which the app gets no copy', async () => {
    await start((app) =>
      app.action('claim', async ({ ack, respond }) => {
        await ack()
        await respond({ replace_original: true, text: 'done' })
      }),
    )
    await bench.client.chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'for you', blocks: card() })
    const ts = bench.slack.ephemerals('U1')[0]?.ts ?? ''
    await me().click({ channel: 'C1', ts, actionId: 'claim' })
    await until(bench.slack, () => (bench.slack.ephemerals('U1')[0]?.text === 'done' ? true : undefined))
    expect(bench.slack.ephemerals('U1')).toHaveLength(1)
    const { payload } = bench.slack.sent.at(-1) ?? {}
    expect(payload).toMatchObject({ container: { is_ephemeral: true } })
    expect(payload).not.toHaveProperty('message')
  })

  it('follows a link and tells the app', async () => {
    await start((app) => app.action('view', ({ ack }) => ack()))
    const at = await postCard()
    expect(await me().clickUrl({ ...at, actionId: 'view' })).toMatchObject({
      status: 200,
      url: 'https://desk.example/t',
    })
    await expect(me().clickUrl({ ...at, actionId: 'claim' })).rejects.toThrow('leads to no page')
  })

  it('chooses only what a menu offers', async () => {
    await start((app) => app.action('urgency', ({ ack }) => ack()))
    const at = await postCard()
    expect(await me().select({ ...at, actionId: 'urgency', value: 'high' })).toMatchObject({ status: 200 })
    expect(bench.slack.sent.at(-1)?.payload).toMatchObject({ actions: [{ selected_option: { value: 'high' } }] })
    await expect(me().select({ ...at, actionId: 'urgency', value: 'none' })).rejects.toThrow('offers no none')
  })

  it('is impossible in a channel the person is not in', async () => {
    await start(() => {})
    const { ts } = await bench.client.chat.postMessage({ channel: 'C4', text: 'x', blocks: card() })
    await expect(me().click({ channel: 'C4', ts: ts ?? '', actionId: 'claim' })).rejects.toThrow('U1 is not in C4')
    expect(() => bench.slack.as('U9')).toThrow('U9 is not in the workspace')
  })

  it('fails when the app does not answer in time', async () => {
    const late = Promise.withResolvers<void>()
    const wire = (app: App): void => {
      app.action('claim', async ({ ack }) => {
        await late.promise
        await ack()
      })
    }
    await start(wire, { answerTimeoutMs: 100 })
    const answer = await me().click({ ...(await postCard()), actionId: 'claim' })
    late.resolve()
    expect(answer).toEqual({ status: 0, body: undefined, problem: 'timeout' })
  })
})

describe('a response URL', () => {
  const press = async (options: Partial<SlackStandInOptions> = {}): Promise<string> => {
    await start((app) => app.action('claim', ({ ack }) => ack()), options)
    await me().click({ ...(await postCard()), actionId: 'claim' })
    return String(bench.slack.sent.at(-1)?.payload['response_url'])
  }
  const use = async (url: string, body: object = { text: 'x' }) =>
    (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status

  it('works five times', async () => {
    const url = await press()
    for (let count = 0; count < 5; count += 1) expect(await use(url)).toBe(200)
    expect(await use(url)).toBe(404)
    expect(bench.slack.ephemerals('U1')).toHaveLength(5)
  })

  it('works for thirty minutes', async () => {
    let later = 0
    const url = await press({ now: () => Date.now() + later })
    later = 30 * 60_000 - 5000
    expect(await use(url)).toBe(200)
    later = 30 * 60_000 + 1000
    expect(await use(url)).toBe(404)
  })

  it('posts to the channel or a thread when told to', async () => {
    const url = await press()
    const ts = bench.slack.channel('C1').messages.at(-1)?.ts
    await use(url, { text: 'in channel', response_type: 'in_channel' })
    await use(url, { text: 'in thread', response_type: 'in_channel', thread_ts: ts })
    expect(bench.slack.channel('C1').messages).toMatchObject([
      { replies: [{ text: 'in thread' }] },
      { text: 'in channel' },
    ])
  })

  it.each([
    [{}, 'no_text'],
    [{ text: 'x', blocks: [{ type: 'hologram' }] }, 'invalid_blocks'],
    [[], 'invalid_payload'],
  ])('refuses %j', async (body, error) => {
    const url = await press()
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
    expect([response.status, await response.json()]).toMatchObject([400, { error }])
  })
})

describe('a modal', () => {
  const wireForm = (app: App): void => {
    app.action('claim', async ({ ack, body, client }) => {
      await ack()
      await client.views.open({ trigger_id: (body as BlockAction).trigger_id, view: modal() })
    })
    app.view('reply', async ({ ack, view }) => {
      const text = view.state.values['text']?.['text']?.value
      if (text === 'rude') await ack({ response_action: 'errors', errors: { text: 'Please stay kind.' } })
      else if (text === 'preview') await ack({ response_action: 'update', view: modal('Preview') })
      else if (text === 'check') await ack({ response_action: 'push', view: modal('Sure?', { callback_id: 'sure' }) })
      else if (text === 'broken')
        await ack({ response_action: 'update', view: modal('A title that is too long, alas') })
      else if (text === 'astray') await ack({ response_action: 'errors', errors: { nowhere: 'x' } })
      else await ack()
    })
    app.view('sure', ({ ack }) => ack({ response_action: 'clear' }))
    app.view({ type: 'view_closed', callback_id: 'told' }, ({ ack }) => ack())
    app.action('department', ({ ack }) => ack())
  }
  const open = async (): Promise<void> => {
    await start(wireForm)
    await me().click({ ...(await postCard()), actionId: 'claim' })
    await until(bench.slack, () => bench.slack.views('U1')[0])
  }
  const titles = () => bench.slack.views('U1').map((view) => (view.type === 'modal' ? view.title.text : ''))

  it('is submitted, corrected, pushed upon and cleared', async () => {
    await open()
    expect(titles()).toEqual(['Reply'])
    const refused = await me().submit({ text: 'rude' })
    expect(refused).toMatchObject({ ok: false, status: 200, errors: { text: 'Please stay kind.' } })
    expect(titles()).toEqual(['Reply'])
    expect(await me().submit({ text: 'preview' })).toMatchObject({ ok: true })
    expect(titles()).toEqual(['Preview'])
    expect(await me().submit({ text: 'check' })).toMatchObject({ ok: true })
    expect(titles()).toEqual(['Preview', 'Sure?'])
    expect(await me().submit({ text: 'yes' })).toMatchObject({ ok: true })
    expect(titles()).toEqual([])
  })

  it('carries what was entered, where it was entered', async () => {
    await open()
    await me().select({ actionId: 'department', value: 'facility' })
    expect(bench.slack.sent.at(-1)?.payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view' },
      actions: [{ action_id: 'department', selected_option: { value: 'facility' } }],
    })
    expect(await me().submit({ text: 'fine' })).toMatchObject({ ok: true, status: 200 })
    expect(titles()).toEqual([])
    expect(bench.slack.sent.at(-1)?.payload).toMatchObject({
      type: 'view_submission',
      view: {
        callback_id: 'reply',
        private_metadata: 'V26-7KQ4MZ3',
        state: {
          values: {
            text: { text: { type: 'plain_text_input', value: 'fine' } },
            department: { department: { type: 'static_select', selected_option: { value: 'facility' } } },
          },
        },
      },
    })
  })

  it.each([
    ['left empty', {}, 'Please complete this required field.'],
    ['too long', { text: 'x'.repeat(101) }, 'Please enter between 0 and 100 characters.'],
  ])('is not sent with a required field %s', async (_, entries, error) => {
    await open()
    const before = bench.slack.sent.length
    expect(await me().submit(entries)).toEqual({
      ok: false,
      status: 0,
      body: undefined,
      problem: 'not_sent',
      errors: { text: error },
    })
    expect(bench.slack.sent).toHaveLength(before)
  })

  it.each([
    ['broken', 'less than 25 characters'],
    ['astray', 'invalid_errors'],
  ])('stays open when the answer is of no use: %s', async (text, problem) => {
    await open()
    const answer = await me().submit({ text })
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining(problem) })
    expect(titles()).toEqual(['Reply'])
  })

  it('is updated only by who saw it last, and keeps what was typed', async () => {
    await open()
    await me().submit({ text: 'rude' })
    const view = bench.slack.views('U1')[0]
    const [id, hash] = [view?.id ?? '', view?.hash ?? '']
    await bench.client.views.update({ view_id: id, hash, view: modal('Second') })
    await expect(bench.client.views.update({ view_id: id, hash, view: modal('Third') })).rejects.toThrow(
      'hash_conflict',
    )
    expect(bench.slack.views('U1')[0]).toMatchObject({
      id,
      title: { text: 'Second' },
      state: { values: { text: { text: { value: 'rude' } } } },
    })
  })

  it('opens with a fresh trigger, once', async () => {
    let later = 0
    await start((app) => app.action('claim', ({ ack }) => ack()), { now: () => Date.now() + later })
    const at = await postCard()
    const trigger = async (): Promise<string> => {
      await me().click({ ...at, actionId: 'claim' })
      return String(bench.slack.sent.at(-1)?.payload['trigger_id'])
    }
    const [fresh, old] = [await trigger(), await trigger()]
    await bench.client.views.open({ trigger_id: fresh, view: modal() })
    await expect(bench.client.views.open({ trigger_id: fresh, view: modal() })).rejects.toThrow('exchanged_trigger_id')
    later = 3001
    await expect(bench.client.views.open({ trigger_id: old, view: modal() })).rejects.toThrow('expired_trigger_id')
  })

  it('lies three deep at most', async () => {
    await start((app) => app.action('claim', ({ ack }) => ack()))
    const at = await postCard()
    const show = async (method: 'open' | 'push') => {
      await me().click({ ...at, actionId: 'claim' })
      return bench.client.views[method]({
        trigger_id: String(bench.slack.sent.at(-1)?.payload['trigger_id']),
        view: modal(),
      })
    }
    await expect(show('push')).rejects.toThrow('not_found')
    const bottom = await show('open')
    await show('push')
    const top = await show('push')
    await expect(show('push')).rejects.toThrow('push_limit_reached')
    expect(top.view?.root_view_id).toBe(bottom.view?.id)
  })

  it('is closed without a word unless the view asked to hear of it', async () => {
    await open()
    expect(await me().closeView()).toMatchObject({ status: 0, problem: 'not_sent' })
    expect(titles()).toEqual([])
    await me().click({ ...(await postCard()), actionId: 'claim' })
    const view = await until(bench.slack, () => bench.slack.views('U1')[0])
    await bench.client.views.update({
      view_id: view.id,
      view: modal('Told', { callback_id: 'told', notify_on_close: true }),
    })
    expect(await me().closeView()).toEqual({ status: 200, body: undefined })
    await expect(me().closeView()).rejects.toThrow('no such modal open')
  })
})

describe('commands, shortcuts, messages and home', () => {
  it('shows the answer to a command, from the body or the response URL', async () => {
    await start((app) => {
      app.command('/voc', async ({ ack, command, respond }) => {
        await ack(`heard ${command.text}`)
        await respond({ response_type: 'in_channel', text: 'for all' })
      })
    })
    expect(await me().command('/voc', 'help me & you', 'C1')).toMatchObject({ status: 200 })
    expect(bench.slack.ephemerals('U1')).toMatchObject([{ channel: 'C1', text: 'heard help me & you' }])
    await until(bench.slack, () => bench.slack.channel('C1').messages[0])
    expect(bench.slack.channel('C1').messages).toMatchObject([{ text: 'for all' }])
  })

  it('opens a modal from a global shortcut', async () => {
    await start((app) =>
      app.shortcut('voc_new', async ({ ack, shortcut, client }) => {
        await ack()
        await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('New') })
      }),
    )
    expect(await me().globalShortcut('voc_new')).toMatchObject({ status: 200 })
    await until(bench.slack, () => bench.slack.views('U1')[0])
  })

  it('fills the home tab when it is opened, and takes presses there', async () => {
    await start((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: card() } })
      })
      app.action('claim', ({ ack }) => ack())
    })
    expect(await me().openHome()).toMatchObject({ status: 200 })
    await until(bench.slack, () => bench.slack.home('U1'))
    expect(await me().click({ actionId: 'claim' })).toMatchObject({ status: 200 })
    expect(bench.slack.sent.at(-1)?.payload).toMatchObject({ view: { type: 'home' } })
    expect(bench.slack.sent.at(-1)?.payload['response_url']).toBeUndefined()
  })

  it('keeps what people say from an app without the scope', async () => {
    await start(() => {})
    const { ts, problem } = await me().say('C1', 'between us')
    await me().say('C1', 'in a thread', ts)
    expect(problem).toBe('not_sent')
    expect(bench.slack.channel('C1').messages).toMatchObject([{ ts, user: 'U1', replies: [{ text: 'in a thread' }] }])
    expect(bench.slack.sent).toEqual([])
  })

  it('tells an app with the scope what people say', async () => {
    const heard: unknown[] = []
    await start((app) => app.message(async ({ message }) => void heard.push(message)), { sendMessageEvents: true })
    expect(await me().say('C1', 'hello')).toMatchObject({ status: 200 })
    expect(heard).toMatchObject([{ channel: 'C1', user: 'U1', text: 'hello', channel_type: 'group' }])
  })
})

describe('what Slack would not send', () => {
  it.each([
    ['a wrong secret', '{}', { secret: 'wrong', contentType: 'application/json' }, 401],
    ['an old stamp', '{}', { timestampSec: 1, contentType: 'application/json' }, 401],
    ['no JSON', 'garbage', { contentType: 'application/json' }, 400],
    ['a true challenge', '{"type":"url_verification","challenge":"c"}', { contentType: 'application/json' }, 200],
  ])('reaches the app all the same: %s', async (_, body, options, status) => {
    await start(() => {})
    expect(await bench.slack.signedRequest(body, options)).toMatchObject({ status })
  })

  it('is a press that comes twice, byte for byte', async () => {
    const heard: unknown[] = []
    await start((app) =>
      app.action('claim', async ({ ack, body, context }) => {
        heard.push([(body as BlockAction).actions[0]?.action_ts, context['retryNum']])
        await ack()
      }),
    )
    await me().click({ ...(await postCard()), actionId: 'claim' })
    expect(await bench.slack.replay()).toMatchObject({ status: 200 })
    await bench.slack.replay(bench.slack.sent[0], { number: 1, reason: 'http_timeout' })
    const stamp = (heard[0] as unknown[])[0]
    expect(heard).toEqual([
      [stamp, undefined],
      [stamp, undefined],
      [stamp, 1],
    ])
  })
})
