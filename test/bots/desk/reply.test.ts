import { afterEach, describe, expect, it } from '@jest/globals'

import { scrub } from '../../../skills/privacy/scrub.ts'
import { COORDINATOR, type DeskRig, DOYUN, hospital, NUMBER, SEOYEON, startDeskRig, ticketExample } from './deskRig.ts'

const ANSWER = '기다리시게 해 죄송합니다. <@U0DOYUN00> 접수 창구를 늘리겠습니다. :smile:'
const doyun = hospital.staff.find((person) => person.slackUserId === DOYUN)

describe('ticket_reply', () => {
  let rig: DeskRig
  afterEach(() => rig.stop())

  /** Claimed by 도윤, with the modal open before him. */
  const open = async (ticket: Parameters<typeof startDeskRig>[0] = {}): Promise<{ channel: string; ts: string }> => {
    rig = await startDeskRig(ticket)
    const card = await rig.postCard()
    await rig.slack.as(DOYUN).click({ ...card, actionId: 'ticket_claim' })
    await press(card, 'ticket_reply', DOYUN)
    return card
  }
  const press = async (card: { channel: string; ts: string }, actionId: string, person: string): Promise<void> => {
    const { revision } = await rig.ticket()
    await rig.slack.as(person).click({ ...card, actionId, value: JSON.stringify({ n: NUMBER, r: revision }) })
    await rig.bot.stop()
  }
  const shown = (): string => JSON.stringify(rig.slack.views(DOYUN).at(-1)?.blocks)
  const answers = () => rig.memory.history.filter((line) => line.action === 'answered')

  it('shows the exact text, and only then sends it, once', async () => {
    await open()
    const preview = await rig.slack.as(DOYUN).submit({ text: ANSWER })
    expect(preview.ok).toBe(true)
    expect(shown()).toContain(JSON.stringify(ANSWER).slice(1, -1))
    expect(answers()).toEqual([])

    const sent = await rig.slack.as(DOYUN).submit()
    expect(sent.body).toEqual({ response_action: 'clear' })
    expect(rig.slack.views(DOYUN)).toEqual([])
    const again = await rig.slack.replay(undefined, { number: 1, reason: 'http_timeout' })
    expect(again.body).toEqual({ response_action: 'clear' })
    expect(answers().map((line) => line.text)).toEqual([ANSWER])
    expect((await rig.ticket()).state).toBe('answered')
    expect(rig.memory.outbox.filter(({ kind }) => kind === 'patient_reply')).toHaveLength(1)
  })

  it('saves each version when a person goes back, edits and looks again', async () => {
    await open()
    await rig.slack.as(DOYUN).submit({ text: '첫째 글' })
    await rig.slack.as(DOYUN).closeView()
    await rig.slack.as(DOYUN).submit({ text: '둘째 글' })
    expect(shown()).toContain('둘째 글')
    expect((await rig.memory.reader.findDraft(ticketExample().id))?.text).toBe('둘째 글')
    await rig.slack.as(DOYUN).submit()
    expect(answers().map((line) => line.text)).toEqual(['둘째 글'])
  })

  it('removes numbers that may not be kept, and says so in the preview', async () => {
    await open()
    await rig.slack.as(DOYUN).submit({ text: '주민번호 900101-1234568 확인했습니다.' })
    expect(shown()).not.toContain('1234568')
    expect(shown()).toContain('남길 수 없는 번호는 지웠습니다.')
    await rig.slack.as(DOYUN).submit()
    expect(answers()[0]?.text).not.toContain('1234568')
  })

  it('does not send a text that changed between preview and send', async () => {
    await open()
    await rig.slack.as(DOYUN).submit({ text: ANSWER })
    await rig.memory.transact((tx) =>
      tx.saveDraft(ticketExample().id, { text: scrub('다른 창에서 고친 글').text, by: DOYUN }, new Date()),
    )
    await rig.slack.as(DOYUN).submit()
    expect(shown()).toContain('그사이 답변이 바뀌었습니다.')
    expect(answers()).toEqual([])
  })

  it('does not send when somebody changed the ticket after the preview', async () => {
    const card = await open()
    await rig.slack.as(DOYUN).submit({ text: ANSWER })
    await press(card, 'ticket_note', SEOYEON)
    await rig.slack.as(SEOYEON).submit({ text: '환자와 통화했습니다.' })
    await rig.slack.as(DOYUN).submit()
    expect(shown()).toContain('그사이 민원이 바뀌었습니다.')
    expect(answers()).toEqual([])
  })

  it('refuses a modal opened before another person took over, and names them', async () => {
    const card = await open()
    await press(card, 'ticket_release', DOYUN)
    await press(card, 'ticket_claim', SEOYEON)
    const answer = await rig.slack.as(DOYUN).submit({ text: ANSWER })
    expect(answer.errors).toEqual({ text: '박서연 님이 맡은 민원입니다.' })
    expect(rig.slack.views(DOYUN)).toHaveLength(1)
  })

  it.each([
    ['the ticket is nobody’s', {}, '먼저 ‘내가 맡기’를 눌러 주세요.'],
    ['it is a colleague’s', { state: 'claimed', assignee: SEOYEON }, `<@${SEOYEON}> 님이 맡은 민원입니다.`],
    ['it was answered', { state: 'answered', assignee: DOYUN }, '지금은 할 수 없습니다. 카드를 확인해 주세요.'],
  ] as const)('opens nothing when %s', async (_, ticket, told) => {
    rig = await startDeskRig({ ticket })
    await press(await rig.postCard(), 'ticket_reply', DOYUN)
    expect(rig.slack.ephemerals(DOYUN).map(({ text }) => text)).toEqual([told])
    expect(rig.slack.views(DOYUN)).toEqual([])
  })

  it('starts with the draft so far, and logs that it was seen', async () => {
    rig = await startDeskRig({ ticket: { state: 'drafted', assignee: DOYUN } })
    await rig.memory.transact((tx) => tx.saveDraft(ticketExample().id, { text: '쓰던 글', by: DOYUN }, new Date()))
    await press(await rig.postCard(), 'ticket_reply', DOYUN)
    expect(rig.slack.views(DOYUN)[0]?.state.values).toMatchObject({ text: { text: { value: '쓰던 글' } } })
    expect(rig.memory.audited).toContainEqual(
      expect.objectContaining({ who: DOYUN, action: 'seen', field: 'draft', surface: 'slack', ticketNumber: NUMBER }),
    )
  })

  it('leads to the desk page where Slack may not carry the words', async () => {
    rig = await startDeskRig({ ticket: { state: 'claimed', assignee: DOYUN, slackCovered: false } })
    const card = await rig.postCard()
    await press(card, 'ticket_reply', DOYUN)
    await press(card, 'ticket_note', DOYUN)
    expect(rig.slack.views(DOYUN)).toEqual([])
    expect(rig.links).toEqual([
      { slackUserId: DOYUN, number: NUMBER },
      { slackUserId: DOYUN, number: NUMBER },
    ])
    expect(JSON.stringify(rig.slack.ephemerals(DOYUN)[0]?.blocks)).toContain('https://sori.example/desk/link-1')
  })

  it('takes no words for a ticket whose consent was withdrawn while the modal was open', async () => {
    await open()
    rig.memory.put(
      { ...(await rig.ticket()), slackCovered: false },
      { v: 1, kind: 'story', story: scrub('x').text, gist: 'x', health: false, vault: [] },
    )
    const answer = await rig.slack.as(DOYUN).submit({ text: ANSWER })
    expect(answer.errors).toEqual({ text: '이 민원의 답변은 민원 창구에서 써 주세요.' })
  })

  it('keeps what was typed when the record is away', async () => {
    let isAway = false
    const away = (): Promise<never> => Promise.reject(Object.assign(new Error('gone'), { code: 'store_away' }))
    rig = await startDeskRig({ transact: (work) => (isAway ? away() : rig.memory.transact(work)) })
    const card = await rig.postCard()
    await press(card, 'ticket_claim', DOYUN)
    await press(card, 'ticket_reply', DOYUN)
    isAway = true
    const answer = await rig.slack.as(DOYUN).submit({ text: ANSWER })
    expect(answer.errors).toEqual({ text: '처리하지 못했습니다. 다시 눌러 주세요.' })
    expect(rig.logged.filter((line) => line.includes('store_away'))).toHaveLength(1)
  })

  it('refuses an answer of nothing but space', async () => {
    await open()
    const answer = await rig.slack.as(DOYUN).submit({ text: ' \n ' })
    expect(answer.errors).toEqual({ text: '내용을 적어 주세요.' })
  })

  it('asks to press again when the modal comes too late', async () => {
    rig = await startDeskRig({ ticket: { state: 'claimed', assignee: DOYUN } })
    const card = await rig.postCard()
    rig.slack.faults.set({ method: 'views.open', mode: { error: 'expired_trigger_id', accept: false }, times: 1 })
    await press(card, 'ticket_reply', DOYUN)
    expect(rig.slack.ephemerals(DOYUN).map(({ text }) => text)).toEqual(['처리하지 못했습니다. 다시 눌러 주세요.'])
  })

  it('lets a coordinator, who may handle everything, take over only by claiming', async () => {
    await open()
    const card = await rig.memory.reader.findCard(ticketExample().id)
    await press({ channel: card?.channel ?? '', ts: card?.ts ?? '' }, 'ticket_reply', COORDINATOR)
    expect(rig.slack.ephemerals(COORDINATOR).map(({ text }) => text)).toEqual([`<@${DOYUN}> 님이 맡은 민원입니다.`])
    expect(doyun?.name).toBe('이도윤')
  })
})
