import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import type { Delivery } from '../../../src/delivery/delivery.ts'
import { cardDelivery, CHANNEL, type DeskRig, DOYUN, GIST, NUMBER, startDeskRig, ticketExample } from './deskRig.ts'

const DUTY = 'C0DUTY000'
const note = (changes: Partial<Delivery> = {}): Delivery =>
  cardDelivery({
    id: 'delivery-note',
    kind: 'slack_note',
    payload: { message: { key: 'desk.thread.answered', values: { by: DOYUN } } },
    ...changes,
  })
const page: Delivery = cardDelivery({
  id: 'delivery-page',
  kind: 'slack_page',
  ticketId: undefined,
  destination: DUTY,
  payload: { message: { key: 'desk.page.urgent', values: { incident: 'I-1234' } } },
})

describe('the Slack sender', () => {
  let rig: DeskRig
  beforeEach(async () => {
    rig = await startDeskRig()
  })
  afterEach(() => rig.stop())

  const cards = () => rig.slack.channel(CHANNEL).messages.filter((message) => !message.deleted)
  const change = (set: { state: 'claimed'; assignee: string }) =>
    rig.memory.transact((tx) =>
      tx.changeTicket({ id: ticketExample().id, expected: { states: ['received'] }, set, at: new Date() }),
    )

  it('posts a card once and changes it after', async () => {
    const first = await rig.sender.send(cardDelivery())
    expect(first).toMatchObject({ kind: 'sent', reference: { channel: CHANNEL } })
    await change({ state: 'claimed', assignee: DOYUN })
    const second = await rig.sender.send(cardDelivery({ id: 'delivery-2', payload: { revision: 2 } }))

    expect(second).toEqual(first)
    expect(cards()).toHaveLength(1)
    expect(cards()[0]).toMatchObject({
      text: `민원 ${NUMBER} · 담당자 확인 중`,
      isEdited: false,
      metadata: { event_payload: { number: NUMBER, revision: 2, delivery: 'delivery-2' } },
    })
    expect(await rig.memory.reader.findCard(ticketExample().id)).toMatchObject({ revision: 2 })
    expect(rig.slack.calls[0]?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' })
  })

  it('shows the newest state, so that what was queued before is superseded', async () => {
    await change({ state: 'claimed', assignee: DOYUN })
    await rig.sender.send(cardDelivery({ payload: { revision: 1 } }))
    expect(cards()[0]?.text).toContain('담당자 확인 중')
    expect(await rig.sender.send(cardDelivery({ payload: { revision: 2 } }))).toEqual({ kind: 'superseded' })
    expect(rig.slack.calls.filter(({ method }) => method.startsWith('chat.'))).toHaveLength(1)
  })

  it('blanks the card of a destroyed ticket, with nothing left to press, and asks for none of its words', async () => {
    await rig.sender.send(cardDelivery())
    expect(JSON.stringify(cards()[0]?.blocks)).toContain(GIST)
    rig.memory.destroy(ticketExample().id, new Date())
    expect(await rig.sender.send(cardDelivery({ id: 'delivery-2', payload: {} }))).toMatchObject({ kind: 'sent' })
    expect(cards()).toHaveLength(1)
    expect(cards()[0]).toMatchObject({ text: `민원 ${NUMBER} · 파기됨. 내용은 더 이상 보관하지 않습니다.` })
    expect(cards()[0]?.blocks).toHaveLength(1)
    expect(JSON.stringify(cards()[0])).not.toContain(GIST)
  })

  it.each(['it was never posted', 'somebody deleted it'])(
    'posts no card of a destroyed ticket when %s',
    async (why) => {
      if (why === 'somebody deleted it')
        await rig.memory.reader.saveCard(ticketExample().id, { channel: CHANNEL, ts: '1.2', revision: 1 })
      rig.memory.destroy(ticketExample().id, new Date())
      await rig.sender.send(cardDelivery({ payload: {} }))
      expect(cards()).toEqual([])
    },
  )

  it('redraws the card for a delivery without a revision: the answer arrived', async () => {
    rig.memory.put(
      { ...ticketExample(), state: 'answered', assignee: DOYUN, answeredAt: new Date() },
      await rig.memory.reader.readContent(ticketExample().id),
    )
    await rig.sender.send(cardDelivery())
    expect(JSON.stringify(cards()[0]?.blocks)).toContain('답변 보내는 중')
    rig.memory.deliverySights.push({ kind: 'patient_reply', state: 'delivered', at: new Date(), errorCode: undefined })
    await rig.sender.send(cardDelivery({ payload: {} }))
    expect(JSON.stringify(cards()[0]?.blocks)).toContain('답변 전달됨')
  })

  it('does not even read the words of a ticket that Slack may not carry', async () => {
    await rig.stop()
    rig = await startDeskRig({ ticket: { slackCovered: false } })
    rig.memory.reader.readContent = async () => Promise.reject(new Error('read'))
    expect(await rig.sender.send(cardDelivery())).toMatchObject({ kind: 'sent' })
    expect(JSON.stringify(cards())).not.toContain('대기시간')
  })

  it('posts the card anew when somebody deleted it', async () => {
    const { channel, ts } = await rig.postCard()
    await rig.client.chat.delete({ channel, ts })
    await change({ state: 'claimed', assignee: DOYUN })
    const outcome = await rig.sender.send(cardDelivery({ payload: { revision: 2 } }))
    expect(outcome).toMatchObject({ kind: 'sent', reference: { ts: cards()[0]?.ts } })
    expect(await rig.memory.reader.findCard(ticketExample().id)).toMatchObject({ ts: cards()[0]?.ts })
  })

  it.each([
    ['500 after accepting', 'error500AfterAccept', 'http_500'],
    ['a connection lost after accepting', 'resetAfterAccept', 'no_answer'],
    ['internal_error after accepting', { error: 'internal_error', accept: true }, 'internal_error'],
  ] as const)('finds the card it posted when Slack answered %s', async (_, mode, code) => {
    rig.slack.faults.set({ method: 'chat.postMessage', mode, times: 1 })
    expect(await rig.sender.send(cardDelivery())).toEqual({ kind: 'unclear', code })
    const found = await rig.sender.settle(cardDelivery({ state: 'unclear' }))

    expect(found).toEqual({ kind: 'found', reference: { channel: CHANNEL, ts: cards()[0]?.ts } })
    expect(await rig.memory.reader.findCard(ticketExample().id)).toMatchObject({ ts: cards()[0]?.ts, revision: 1 })
    expect(await rig.sender.send(cardDelivery())).toEqual({ kind: 'superseded' })
    expect(cards()).toHaveLength(1)
  })

  it('finds no card that never arrived', async () => {
    rig.slack.faults.set({ method: 'chat.postMessage', mode: 'error500', times: 1 })
    expect(await rig.sender.send(cardDelivery())).toMatchObject({ kind: 'unclear' })
    await rig.client.chat.postMessage({ channel: CHANNEL, text: 'another' })
    expect(await rig.sender.settle(cardDelivery())).toEqual({ kind: 'absent' })
  })

  it('finds a card behind hundreds of later messages', async () => {
    rig.slack.faults.set({ method: 'chat.postMessage', mode: 'error500AfterAccept', times: 1 })
    await rig.sender.send(cardDelivery())
    for (let count = 0; count < 450; count += 1) await rig.slack.as(DOYUN).say(CHANNEL, `${count}`)
    expect(await rig.sender.settle(cardDelivery())).toMatchObject({ kind: 'found' })
  })

  it('does not know while Slack cannot be asked', async () => {
    rig.slack.faults.set({ mode: 'away' })
    expect(await rig.sender.settle(cardDelivery())).toEqual({ kind: 'unknown', code: 'no_answer' })
  })

  it('tells of a card that is there and could not be written down, and finds it later', async () => {
    const { saveCard } = rig.memory.reader
    rig.memory.reader.saveCard = () => Promise.reject(Object.assign(new Error('x'), { code: 'store_away' }))
    expect(await rig.sender.send(cardDelivery())).toEqual({ kind: 'unclear', code: 'store_away' })
    rig.memory.reader.saveCard = saveCard
    expect(await rig.sender.settle(cardDelivery())).toMatchObject({ kind: 'found' })
    expect(cards()).toHaveLength(1)
  })

  it('counts an update whose answer was lost as absent, for doing it again does no harm', async () => {
    await rig.postCard()
    expect(await rig.sender.settle(cardDelivery({ id: 'delivery-2' }))).toEqual({ kind: 'absent' })
  })

  it('tries again later when the record cannot be read', async () => {
    rig.memory.reader.findTicketById = () => Promise.reject(Object.assign(new Error('x'), { code: 'store_away' }))
    expect(await rig.sender.send(cardDelivery())).toMatchObject({ kind: 'retry', code: 'store_away' })
    expect(rig.slack.calls).toEqual([])
  })

  it('asks Slack once and reports a rate limit with its time', async () => {
    rig.slack.faults.set({ method: 'chat.postMessage', mode: 'rateLimit' })
    expect(await rig.sender.send(cardDelivery())).toEqual({ kind: 'retry', afterMs: 1000, code: 'ratelimited' })
    expect(rig.slack.calls).toHaveLength(1)
  })

  it('rejects what Slack will never take', async () => {
    expect(await rig.sender.send(cardDelivery({ destination: 'C0NOWHERE' }))).toEqual({
      kind: 'rejected',
      code: 'channel_not_found',
    })
    expect(await rig.sender.send(cardDelivery({ ticketId: 'nobody' }))).toMatchObject({ code: 'ticket_missing' })
    expect(await rig.sender.send(note({ payload: { message: { key: 'menu.ask', values: {} } } }))).toMatchObject({
      code: 'message_unknown',
    })
    expect(await rig.sender.send(cardDelivery({ kind: 'patient_reply' }))).toMatchObject({ code: 'not_for_slack' })
  })

  it('leaves out a note whose card was parked, and puts others in the card’s thread', async () => {
    expect(await rig.sender.send(note())).toEqual({ kind: 'superseded' })
    await rig.postCard()
    expect(await rig.sender.send(note())).toMatchObject({ kind: 'sent' })
    expect(cards()[0]?.replies).toMatchObject([
      {
        text: `<@${DOYUN}> 님이 답변을 보냈습니다.`,
        metadata: { event_payload: { number: NUMBER, delivery: 'delivery-note' } },
      },
    ])
  })

  it('finds a note in the thread when its answer was lost', async () => {
    await rig.postCard()
    rig.slack.faults.set({ method: 'chat.postMessage', mode: 'error500AfterAccept', times: 1 })
    expect(await rig.sender.send(note())).toMatchObject({ kind: 'unclear' })
    expect(await rig.sender.settle(note())).toMatchObject({
      kind: 'found',
      reference: { ts: cards()[0]?.replies[0]?.ts },
    })
    expect(await rig.sender.settle(note({ id: 'delivery-other' }))).toEqual({ kind: 'absent' })
  })

  it('pages everyone in the duty channel with the incident and nothing more, and finds the page again', async () => {
    rig.slack.faults.set({ method: 'chat.postMessage', mode: 'error500AfterAccept', times: 1 })
    expect(await rig.sender.send(page)).toMatchObject({ kind: 'unclear' })
    expect(rig.slack.channel(DUTY).messages).toMatchObject([
      { text: '<!channel> 긴급 I-1234', metadata: { event_payload: { delivery: 'delivery-page' } } },
    ])
    expect(await rig.sender.settle(page)).toMatchObject({ kind: 'found' })
  })

  it('calls the duty channel once for several', async () => {
    const several = { key: 'desk.page.several', values: { incident: 'E26-7KQ4MZ' } }
    expect(await rig.sender.send({ ...page, payload: { message: several } })).toMatchObject({ kind: 'sent' })
    expect(rig.slack.channel(DUTY).messages[0]?.text).toMatch(/^<!channel> 긴급 E26-7KQ4MZ 외 여러 건/)
  })
})
