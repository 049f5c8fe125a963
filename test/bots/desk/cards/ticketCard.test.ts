import { describe, expect, it } from '@jest/globals'

import { type CardState, renderTicketCard } from '../../../../bots/desk/cards/ticketCard.ts'
import { coverCard } from '../../../../src/consent/coverage.ts'
import { readMessageBlocks } from '../../../../src/rehearsal/slack/blocks/blockKit.ts'
import { TICKET_STATES } from '../../../../src/tickets/ticket.ts'
import { CATEGORIES, TICKET_TYPES, URGENCIES } from '../../../../src/tickets/vocabulary.ts'
import { DOYUN, GIST, NUMBER, ticketExample } from '../deskRig.ts'

const now = (changes: Partial<CardState> = {}): CardState => ({
  state: 'received',
  revision: 3,
  assignee: undefined,
  mayCloseUnanswered: false,
  answer: undefined,
  deliveryId: 'delivery-1',
  ...changes,
})
const draw = (
  ticket: Partial<Parameters<typeof coverCard>[0]> = {},
  state: Partial<CardState> = {},
): ReturnType<typeof renderTicketCard> =>
  renderTicketCard(coverCard({ ...ticketExample(), gist: GIST, ...ticket }), now(state), 'https://sori.example/desk')
const buttons = (message: ReturnType<typeof draw>): string[] =>
  message.blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.map((element) => ('action_id' in element ? element.action_id : '')) : [],
  )
const words = (message: ReturnType<typeof draw>): string => JSON.stringify(message.blocks)

describe('a ticket’s card', () => {
  it.each([
    ['received', false, ['ticket_claim', 'ticket_view']],
    ['claimed', false, ['ticket_reply', 'ticket_note', 'ticket_release', 'ticket_view']],
    ['drafted', false, ['ticket_reply', 'ticket_note', 'ticket_release', 'ticket_view']],
    ['claimed', true, ['ticket_reply', 'ticket_note', 'ticket_release', 'ticket_resolve', 'ticket_view']],
    ['answered', false, ['ticket_resolve', 'ticket_note', 'ticket_view']],
    ['closed', false, ['ticket_view']],
    ['withdrawn', false, ['ticket_view']],
  ] as const)('has the buttons of a ticket that is %s (may close unanswered: %s)', (state, mayCloseUnanswered, ids) => {
    expect(buttons(draw({}, { state, mayCloseUnanswered }))).toEqual(ids)
  })

  it('names the ticket and its revision on every button, and in its metadata', () => {
    const message = draw()
    expect(words(message)).toContain(JSON.stringify(JSON.stringify({ n: NUMBER, r: 3 })))
    expect(message.metadata).toEqual({
      event_type: 'complaint_ticket',
      event_payload: { number: NUMBER, revision: 3, delivery: 'delivery-1' },
    })
  })

  it('shows number, urgency, due time, type, category, department and gist where that is covered', () => {
    const shown = words(draw())
    for (const part of [NUMBER, '보통', '<!date^1796115600^', '불만·고충', '대기시간', '원무과', GIST]) {
      expect(shown).toContain(part)
    }
  })

  it.each([
    ['child', /14세 미만/],
    ['parent', /관계 확인 뒤/],
    ['guardian', /동의·관계 확인 뒤/],
    ['family', /동의·관계 확인 뒤/],
    ['other', /동의 확인 뒤/],
  ] as const)('says what may be answered to a %s, where that is covered', (relation, flag) => {
    expect(words(draw({ relation }))).toMatch(flag)
    expect(words(draw({ relation, slackCovered: false }))).not.toMatch(flag)
    expect(words(draw({ relation: undefined }))).not.toMatch(flag)
  })

  it('shows nothing of what it is about where that is not covered', () => {
    const message = draw({ slackCovered: false }, { state: 'claimed', assignee: DOYUN })
    for (const part of ['불만', '대기시간', '원무과', GIST]) expect(JSON.stringify(message)).not.toContain(part)
    expect(words(message)).toContain('<!date^1796115600^')
    expect(buttons(message)).toEqual(['ticket_reply', 'ticket_release', 'ticket_view'])
  })

  it('says nothing on a locked phone but number and state', () => {
    expect(draw().text).toBe(`민원 ${NUMBER} · 접수`)
  })

  it('calls nobody, whatever the gist holds', () => {
    const message = draw({ gist: '<!channel> & <@U0DOYUN00> @here <https://evil.example|열기>' })
    expect(words(message).match(/<[@!](?!date)/g)).toBeNull()
    expect(words(message)).toContain('&lt;!channel&gt; &amp; &lt;')
    expect(words(message)).not.toContain('@here')
  })

  it.each([
    ['sending', '답변 보내는 중'],
    ['sent', '답변 보냄'],
    ['waiting', '답변 대기 중'],
    ['delivered', '답변 전달됨'],
    ['failed', '답변 전달 실패'],
    ['lookup', '환자가 조회할 때'],
  ] as const)('says of an answer that is %s: %s', (answer, text) => {
    expect(words(draw({}, { state: 'answered', assignee: DOYUN, answer }))).toContain(text)
  })

  it('asks before closing, which cannot be undone', () => {
    expect(words(draw({}, { state: 'answered' }))).toContain('종결하면 되돌릴 수 없습니다.')
  })

  it('is valid Block Kit in every state and kind, with the longest gist', () => {
    const gist = '<&>'.repeat(2000)
    const messages = [
      ...TICKET_STATES.map((state) => draw({ gist }, { state, assignee: DOYUN, answer: 'failed' })),
      ...CATEGORIES.map((category) => draw({ category })),
      ...TICKET_TYPES.map((type) => draw({ type })),
      ...URGENCIES.map((urgency) => draw({ urgency, slackCovered: false })),
      draw({ gist: '' }),
    ]
    for (const message of messages) {
      expect(readMessageBlocks(message.blocks)).toMatchObject({ ok: true })
      expect(words(message)).not.toContain('desk.')
    }
  })
})
