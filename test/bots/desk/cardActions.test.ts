import { afterEach, describe, expect, it } from '@jest/globals'

import type { Ticket } from '../../../src/tickets/ticket.ts'
import { CHANNEL, type DeskRig, DOYUN, NUMBER, OUTSIDER, SEOYEON, startDeskRig } from './deskRig.ts'

const WITH_DOYUN: Partial<Ticket> = { state: 'claimed', assignee: DOYUN }

describe('the other buttons of a card', () => {
  let rig: DeskRig
  let ts: string
  afterEach(() => rig.stop())

  const start = async (ticket: Partial<Ticket> = {}): Promise<void> => {
    rig = await startDeskRig({ ticket })
    ts = (await rig.postCard()).ts
  }
  const press = async (person: string, actionId: string, value = JSON.stringify({ n: NUMBER, r: 1 })) => {
    const answer = await rig.slack.as(person).click({ channel: CHANNEL, ts, actionId, value })
    await rig.bot.stop()
    return answer
  }
  const told = (person: string): string[] => rig.slack.ephemerals(person).map(({ text }) => text)

  it.each([
    ['ticket_release', WITH_DOYUN, DOYUN, { state: 'received', assignee: undefined }, []],
    ['ticket_release', WITH_DOYUN, SEOYEON, WITH_DOYUN, [`<@${DOYUN}> 님이 맡은 민원입니다.`]],
    ['ticket_release', {}, SEOYEON, { state: 'received' }, ['먼저 ‘내가 맡기’를 눌러 주세요.']],
    ['ticket_resolve', { ...WITH_DOYUN, state: 'answered' }, DOYUN, { state: 'closed' }, []],
    ['ticket_resolve', WITH_DOYUN, DOYUN, WITH_DOYUN, ['답변한 뒤 종결할 수 있습니다.']],
    ['ticket_resolve', { ...WITH_DOYUN, conversationId: undefined }, DOYUN, { state: 'closed' }, []],
    ['ticket_resolve', { ...WITH_DOYUN, type: 'compliment' }, DOYUN, { state: 'closed' }, []],
    [
      'ticket_claim',
      { state: 'closed', assignee: undefined },
      DOYUN,
      { state: 'closed' },
      ['지금은 할 수 없습니다. 카드를 확인해 주세요.'],
    ],
    ['ticket_note', { state: 'closed' }, DOYUN, { state: 'closed' }, ['지금은 할 수 없습니다. 카드를 확인해 주세요.']],
  ] as const)('%s on %j by %s', async (actionId, before, person, after, sentences) => {
    await start(before)
    await press(person, actionId)
    expect(await rig.ticket()).toMatchObject(after)
    expect(told(person)).toEqual(sentences)
  })

  it.each([[true], [false]])(
    'ticket_view hands out a link of one’s own (covered: %s), and none for a repeat',
    async (slackCovered) => {
      await start({ slackCovered })
      await press(SEOYEON, 'ticket_view')
      await rig.slack.replay()
      await rig.bot.stop()
      expect(rig.links).toEqual([{ slackUserId: SEOYEON, number: NUMBER }])
      const [message] = rig.slack.ephemerals(SEOYEON)
      const opened = await rig.slack.as(SEOYEON).clickUrl({ channel: CHANNEL, ts: message?.ts, actionId: 'desk_open' })
      expect(opened).toMatchObject({ status: 200, url: 'https://sori.example/desk/link-1' })
      expect(JSON.stringify(rig.slack.channel(CHANNEL).messages)).not.toContain('link-1')
    },
  )

  it('ticket_note keeps what was written, once, for colleagues alone', async () => {
    await start()
    await press(SEOYEON, 'ticket_note')
    const kept = await rig.slack.as(SEOYEON).submit({ text: '통화했습니다. 주민번호 900101-1234568' })
    await rig.slack.replay()
    expect(kept.body).toEqual({ response_action: 'clear' })
    const notes = rig.memory.history.filter((line) => line.action === 'noted')
    expect(notes).toHaveLength(1)
    expect(notes[0]?.text).toContain('통화했습니다.')
    expect(notes[0]?.text).not.toContain('1234568')
    expect(rig.memory.outbox.map(({ kind }) => kind)).toEqual(['slack_card', 'slack_note'])
  })

  it('ticket_note lets somebody of the card’s channel write, though no department names them', async () => {
    await start()
    await press('U0EUNCHAE', 'ticket_note')
    expect((await rig.slack.as('U0EUNCHAE').submit({ text: '확인했습니다.' })).ok).toBe(true)
  })

  it('does not make a refused note look kept when it is submitted again', async () => {
    await start()
    await press(SEOYEON, 'ticket_note')
    rig.memory.put(
      { ...(await rig.ticket()), state: 'closed' },
      { v: 1, kind: 'story', story: '' as never, gist: '', health: false, vault: [] },
    )
    const refusal = { text: '지금은 할 수 없습니다. 카드를 확인해 주세요.' }
    expect((await rig.slack.as(SEOYEON).submit({ text: '늦은 메모' })).errors).toEqual(refusal)
    expect((await rig.slack.as(SEOYEON).submit({ text: '늦은 메모' })).errors).toEqual(refusal)
  })

  it('refuses a person of another department on a card outside its channel', async () => {
    await start({ deskDepartment: '진료부' })
    await press(OUTSIDER, 'ticket_view')
    expect(told(OUTSIDER)).toEqual(['이 부서의 민원을 다룰 권한이 없습니다.'])
    expect(rig.links).toEqual([])
  })

  it('opens nothing of a destroyed ticket, and says why', async () => {
    await start()
    rig.memory.destroy((await rig.ticket()).id, new Date())
    for (const action of ['ticket_view', 'ticket_note']) await press(SEOYEON, action)
    expect(new Set(told(SEOYEON))).toEqual(new Set(['보관 기간이 끝났거나 요청이 있어 파기된 민원입니다.']))
    expect(rig.links).toEqual([])
  })

  it.each([
    ['a button of a card from before', 'ticket_old', undefined],
    ['a value of another shape', 'ticket_claim', 'V26-7KQ4MZ3'],
    ['a value that is no ticket', 'ticket_claim', '{"n":1}'],
  ])('says that the card is out of date for %s', async (_, actionId, value) => {
    await start()
    expect((await press(DOYUN, actionId, value)).status).toBe(200)
    expect(told(DOYUN)).toEqual(['지난 카드입니다. 민원 창구에서 확인해 주세요.'])
    expect((await rig.ticket()).state).toBe('received')
  })

  it('says so for a number that does not exist', async () => {
    await start()
    await press(DOYUN, 'ticket_view', '{"n":"V26-0000000","r":1}')
    expect(told(DOYUN)).toEqual(['민원을 찾을 수 없습니다.'])
  })

  it('never hears a thread', async () => {
    await start(WITH_DOYUN)
    await rig.slack.as(DOYUN).say(CHANNEL, '환자분께 전화드렸어요', ts)
    expect(rig.memory.history).toEqual([])
    expect(rig.memory.outbox).toEqual([])
  })
})

describe('/voc', () => {
  it.each([
    ['', /^카드의 버튼으로/],
    ['help', /^카드의 버튼으로/],
    ['  HELP ', /^카드의 버튼으로/],
    ['mine', /^`\/voc mine`는 아직 없습니다\.\n카드의/],
    ['stats week', /^`\/voc stats`는 아직 없습니다\.\n카드의/],
    ['<!channel>', /^모르는 명령입니다\.\n카드의/],
  ])('answers %j honestly', async (text, expected) => {
    const rig = await startDeskRig()
    await rig.slack.as(DOYUN).command('/voc', text, CHANNEL)
    expect(rig.slack.ephemerals(DOYUN).at(-1)?.text).toMatch(expected)
    await rig.stop()
  })
})
