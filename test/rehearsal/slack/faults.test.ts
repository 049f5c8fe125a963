import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api'
import { botToken, quiet, startSlackBench, type SlackBench } from './startSlackBench.ts'

let bench: SlackBench
let now = 1_780_000_000_000
beforeEach(async () => {
  bench = await startSlackBench(() => {}, { now: () => now })
})
afterEach(() => bench.stop())

const post = (text = 'a card') => bench.client.chat.postMessage({ channel: 'C1', text })
const stored = () => bench.slack.channel('C1').messages.map((message) => message.text)
const impatient = () =>
  new WebClient(botToken, {
    slackApiUrl: bench.apiUrl,
    retryConfig: { retries: 0 },
    timeout: 150,
    logger: quiet,
  }).chat.postMessage({
    channel: 'C1',
    text: 'a card',
  })

describe('a failing Slack', () => {
  it.each([
    ['error500', WebAPIHTTPError, []],
    ['error500AfterAccept', WebAPIHTTPError, ['a card']],
    ['reset', WebAPIRequestError, []],
    ['resetAfterAccept', WebAPIRequestError, ['a card']],
    ['away', WebAPIRequestError, []],
    [{ error: 'internal_error', accept: false }, WebAPIPlatformError, []],
    [{ error: 'internal_error', accept: true }, WebAPIPlatformError, ['a card']],
    ['rateLimit', WebAPIRateLimitedError, []],
  ] as const)('answers %j with an error and keeps what it accepted', async (mode, kind, kept) => {
    bench.slack.faults.set({ method: 'chat.postMessage', mode, times: 1 })
    await expect(post()).rejects.toBeInstanceOf(kind)
    expect(stored()).toEqual(kept)
    await post('the next one')
    expect(stored()).toEqual([...kept, 'the next one'])
  })

  it.each([
    ['hang', []],
    ['hangAfterAccept', ['a card']],
  ] as const)('lets the caller wait: %s', async (mode, kept) => {
    bench.slack.faults.set({ mode })
    await expect(impatient()).rejects.toBeInstanceOf(WebAPIRequestError)
    expect(stored()).toEqual(kept)
  })

  it('tells how long a rate limit still lasts, and ends it then', async () => {
    bench.slack.faults.set({ mode: 'rateLimit', seconds: 30 })
    now += 10_000
    await expect(post()).rejects.toMatchObject({ retryAfter: 20 })
    now += 20_000
    expect(await post()).toMatchObject({ ok: true })
  })

  it('fails one method and leaves the others alone', async () => {
    bench.slack.faults.set({ method: 'chat.postMessage', mode: 'error500' })
    expect(await bench.client.auth.test()).toMatchObject({ ok: true })
    bench.slack.faults.clear()
    expect(await post()).toMatchObject({ ok: true })
  })

  it('is gone altogether when it is away', async () => {
    bench.slack.faults.set({ mode: 'away' })
    await expect(bench.client.auth.test()).rejects.toBeInstanceOf(WebAPIRequestError)
    await expect(fetch(`${bench.url}/response/R1`, { method: 'POST' })).rejects.toThrow()
    expect((await fetch(`${bench.url}/standin/state`)).status).toBe(200)
  })
})

describe('posting rates', () => {
  it('are not enforced unless asked for', async () => {
    for (let count = 0; count < 6; count += 1) await post()
    expect(stored()).toHaveLength(6)
  })

  it('let a burst of three through, then one a second per channel', async () => {
    const strict = await startSlackBench(() => {}, { enforceRates: true, now: () => now })
    const send = (channel: string) => strict.client.chat.postMessage({ channel, text: 'x' })
    for (let count = 0; count < 3; count += 1) await send('C1')
    await expect(send('C1')).rejects.toMatchObject({ retryAfter: 1 })
    expect(await send('C4')).toMatchObject({ ok: true })
    now += 1000
    expect(await send('C1')).toMatchObject({ ok: true })
    await expect(send('C1')).rejects.toBeInstanceOf(WebAPIRateLimitedError)
    await strict.stop()
  })
})
