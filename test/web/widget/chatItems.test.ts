import { describe, expect, it } from '@jest/globals'

import type { Activity } from '../../../src/web/widget/activity.ts'
import {
  addActivity,
  addSaying,
  isAwaitingAnswer,
  markSaying,
  openChoices,
  type ChatItem,
} from '../../../src/web/widget/chatItems.ts'

const says = (id: string, titles: readonly string[] = []): Activity => ({
  type: 'message',
  id,
  from: { role: 'bot' },
  text: id,
  suggestedActions: { actions: titles.map((title) => ({ title, value: { choice: title } })) },
})
const echo = (id: string, clientActivityID: string): Activity => ({
  type: 'message',
  id,
  from: { role: 'user' },
  text: 'hi',
  channelData: { clientActivityID },
})
const hi = { id: 'c1', text: 'hi' }
const titles = (items: readonly ChatItem[]) => openChoices(items).map(({ title }) => title)

describe('what stands in the chat', () => {
  it('shows what was said at once, and once when the server repeats it', () => {
    const shown = addSaying([], hi)
    expect(shown).toEqual([{ kind: 'mine', id: 'c1', saying: hi, state: 'sending' }])
    expect(addActivity(shown, echo('a1', 'c1'))).toEqual([{ kind: 'mine', id: 'c1', saying: hi, state: 'sent' }])
  })

  it('shows what was said before the page was loaded', () => {
    expect(addActivity([], echo('a1', 'c1'))).toMatchObject([{ kind: 'mine', id: 'c1', state: 'sent' }])
  })

  it('shows an activity once, however often it comes', () => {
    expect([says('a1'), says('a1'), says('a2')].reduce(addActivity, [])).toHaveLength(2)
  })

  it('moves what is said again to the end', () => {
    const failed = markSaying(addActivity(addSaying([], hi), says('a1')), 'c1', 'failed')
    expect(addSaying(failed, hi).map(({ id }) => id)).toEqual(['a1', 'c1'])
  })

  it('keeps as sent what the server has, though the answer to the call was lost', () => {
    const echoed = addActivity(addSaying([], hi), echo('a1', 'c1'))
    expect(markSaying(echoed, 'c1', 'failed')).toEqual(echoed)
  })

  it('leads to web pages only', () => {
    const button = (value: string) => ({ type: 'openUrl', title: value, value })
    const content = { buttons: [button('https://a.test/'), button('javascript:alert(1)')] }
    expect(addActivity([], { ...says('a1'), attachments: [{ content }] })).toMatchObject([
      { links: [{ label: 'https://a.test/', url: 'https://a.test/' }] },
    ])
  })

  it.each([
    {
      named: 'are those of the last question',
      items: [says('a1', ['old']), says('a2', ['yes', 'no'])],
      open: ['yes', 'no'],
    },
    { named: 'stay when a remark follows', items: [says('a1', ['yes']), says('a2')], open: ['yes'] },
    { named: 'go when the person answers', items: [says('a1', ['yes']), echo('a2', 'c1')], open: [] },
  ])('choices $named', ({ items, open }) => {
    expect(titles(items.reduce(addActivity, []))).toEqual(open)
  })

  it('awaits an answer to what was said, not to what was not sent', () => {
    const sending = addSaying([], hi)
    expect(
      [sending, markSaying(sending, 'c1', 'failed'), addActivity(sending, says('a1'))].map(isAwaitingAnswer),
    ).toEqual([true, false, false])
  })
})
