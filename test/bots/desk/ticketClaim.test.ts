import { setTimeout as wait } from 'node:timers/promises'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { CHANNEL, COORDINATOR, type DeskRig, DOYUN, hospital, NUMBER, SEOYEON, startDeskRig } from './deskRig.ts'

const VALUE = JSON.stringify({ n: NUMBER, r: 2 })

describe('ticket_claim', () => {
  let rig: DeskRig
  beforeEach(async () => {
    rig = await startDeskRig()
  })
  afterEach(() => rig.stop())

  it('gives a ticket to one of fifty presses at once and tells the others who has it', async () => {
    const card = await rig.postCard()
    const people = hospital.staff.map((person) => person.slackUserId)
    const presses = Array.from({ length: 50 }, (_, index) => people[index % people.length] ?? DOYUN)

    const answers = await Promise.all(
      presses.map((person) => rig.slack.as(person).click({ ...card, actionId: 'ticket_claim' })),
    )
    await rig.bot.stop()

    const { assignee = '', state } = await rig.ticket()
    expect(answers.map(({ status }) => status)).toEqual(presses.map(() => 200))
    expect(people).toContain(assignee)
    expect(state).toBe('claimed')
    expect(rig.memory.history.filter((line) => line.action === 'claimed')).toHaveLength(1)
    for (const person of people.filter((one) => one !== assignee)) {
      const told = rig.slack.ephemerals(person).map(({ text }) => text)
      expect(told).toHaveLength(presses.filter((one) => one === person).length)
      expect(new Set(told)).toEqual(new Set([`<@${assignee}> 님이 먼저 맡았습니다.`]))
    }
    expect(rig.slack.ephemerals(assignee)).toEqual([])
  })

  it('acts once on a payload that comes twice', async () => {
    const card = await rig.postCard()
    await rig.slack.as(DOYUN).click({ ...card, actionId: 'ticket_claim' })
    await rig.slack.as(DOYUN).click({ ...card, actionId: 'ticket_release', value: VALUE })
    const claim = rig.slack.sent[0]

    const answer = await rig.slack.replay(claim, { number: 1, reason: 'http_timeout' })

    expect(answer.status).toBe(200)
    expect(await rig.ticket()).toMatchObject({ state: 'received', assignee: undefined })
    expect(rig.slack.ephemerals(DOYUN)).toEqual([])
  })

  it('lets whoever sits in the department’s channel claim, and refuses others', async () => {
    const card = await rig.postCard()
    await rig.slack.as('U0EUNCHAE').click({ ...card, actionId: 'ticket_claim' })
    expect((await rig.ticket()).assignee).toBe('U0EUNCHAE')

    // The same button in a channel that is not the department's.
    const elsewhere = await rig.client.chat.postMessage({
      channel: 'C0MEALS00',
      text: 'x',
      blocks: [{ type: 'actions', elements: [buttonFor('ticket_release')] }],
    })
    const place = { channel: 'C0MEALS00', ts: elsewhere.ts ?? '' }
    await rig.slack.as('U0TAEO000').click({ ...place, actionId: 'ticket_release' })
    await rig.bot.stop()
    expect(rig.slack.ephemerals('U0TAEO000').at(-1)?.text).toBe('이 부서의 민원을 다룰 권한이 없습니다.')
  })

  it('uses an ephemeral message when the response URL fails', async () => {
    const card = await rig.postCard()
    await rig.slack.as(SEOYEON).click({ ...card, actionId: 'ticket_claim' })
    rig.slack.faults.set({ method: 'response_url', mode: 'error500' })
    await rig.slack.as(COORDINATOR).click({ ...card, actionId: 'ticket_claim' })
    await rig.bot.stop()
    expect(rig.slack.ephemerals(COORDINATOR).map(({ text }) => text)).toEqual([`<@${SEOYEON}> 님이 먼저 맡았습니다.`])
    expect(rig.slack.calls.map(({ method }) => method)).toContain('chat.postEphemeral')
  })

  it('acknowledges in time although the record is slow, and tells the result after', async () => {
    await rig.stop()
    rig = await startDeskRig({
      ticket: { state: 'claimed', assignee: SEOYEON },
      transact: async (work) => {
        await wait(3200)
        return rig.memory.transact(work)
      },
    })
    const card = await rig.postCard()
    const answer = await rig.slack.as(DOYUN).click({ ...card, actionId: 'ticket_claim', value: VALUE })
    expect(answer.status).toBe(200)
    expect(rig.slack.ephemerals(DOYUN)).toEqual([])
    await rig.bot.stop()
    expect(rig.slack.ephemerals(DOYUN).map(({ text }) => text)).toEqual([`<@${SEOYEON}> 님이 먼저 맡았습니다.`])
  })

  it('tells the presser to press again when the record is away, and logs the code once', async () => {
    await rig.stop()
    rig = await startDeskRig({
      transact: () => Promise.reject(Object.assign(new Error(`secret ${CHANNEL}`), { code: 'store_away' })),
    })
    const card = await rig.postCard()
    const answer = await rig.slack.as(DOYUN).click({ ...card, actionId: 'ticket_claim' })
    await rig.bot.stop()
    expect(answer.status).toBe(200)
    expect(rig.slack.ephemerals(DOYUN).map(({ text }) => text)).toEqual(['처리하지 못했습니다. 다시 눌러 주세요.'])
    expect(rig.logged.filter((line) => line.includes('store_away'))).toHaveLength(1)
    expect(rig.logged.join()).not.toContain('secret')
  })
})

function buttonFor(actionId: string) {
  return {
    type: 'button' as const,
    action_id: actionId,
    text: { type: 'plain_text' as const, text: 'x' },
    value: VALUE,
  }
}
