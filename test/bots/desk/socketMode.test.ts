import { setTimeout as wait } from 'node:timers/promises'

import { afterEach, describe, expect, it } from '@jest/globals'

import { createDeskBot } from '../../../bots/desk/createDeskBot.ts'
import { CHANNEL, type DeskRig, DOYUN, SEOYEON, startDeskRig } from './deskRig.ts'

describe('Socket Mode', () => {
  let rig: DeskRig
  afterEach(() => rig.stop())

  const connected = async (count: number): Promise<void> => {
    while (rig.slack.socket.connections() !== count) await wait(10)
  }

  it('hears presses, and has no route', async () => {
    rig = await startDeskRig({ socket: true })
    await connected(1)
    const card = await rig.postCard()
    await rig.slack.as(DOYUN).click({ ...card, actionId: 'ticket_claim' })
    await rig.slack.as(SEOYEON).click({ ...card, actionId: 'ticket_claim' })
    while (rig.slack.ephemerals(SEOYEON).length === 0) await wait(10)
    expect((await rig.ticket()).assignee).toBe(DOYUN)
    expect(rig.slack.ephemerals(SEOYEON)[0]?.text).toBe(`<@${DOYUN}> 님이 먼저 맡았습니다.`)
    expect(rig.bot.handleSlackRequest).toBeUndefined()
  })

  it('acknowledges a link that was opened and a button nobody knows any more', async () => {
    rig = await startDeskRig({ socket: true })
    await connected(1)
    const card = await rig.postCard()
    for (const actionId of ['desk_open', 'ticket_old', 'ticket_view']) {
      expect(await rig.slack.as(DOYUN).click({ ...card, actionId, value: '{}' })).toMatchObject({ status: 200 })
    }
  })

  it.each(['refresh', 'drop'] as const)('opens another socket after Slack’s %s', async (ending) => {
    rig = await startDeskRig({ socket: true })
    await connected(1)
    rig.slack.socket[ending]()
    while (rig.slack.calls.length < 2) await wait(10)
    await connected(1)
    expect((await rig.slack.as(DOYUN).command('/voc', 'help', CHANNEL)).status).toBe(200)
  })

  it('comes back by itself when Slack was away, and stops while it is', async () => {
    rig = await startDeskRig({ socket: true })
    await connected(1)
    rig.slack.faults.set({ mode: 'away' })
    await connected(0)
    while (!rig.logged.some((line) => line.includes('cannot be reached'))) await wait(10)
    rig.slack.faults.clear()
    await connected(1)
    rig.slack.faults.set({ mode: 'away' })
    await connected(0)
    await rig.bot.stop()
  })

  it('starts with a wrong token as well, and says so in the log', async () => {
    rig = await startDeskRig()
    const logged: string[] = []
    const note = (fields: unknown): void => void logged.push(JSON.stringify(fields))
    const bot = createDeskBot({
      ...rig.parts,
      log: { info: note, warn: note, error: note },
      connection: { kind: 'socket', appToken: 'xapp-wrong' },
    })
    bot.start()
    while (!logged.some((line) => line.includes('invalid_auth'))) await wait(10)
    await bot.stop()
  })
})
