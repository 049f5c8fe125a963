import { describe, expect, it } from '@jest/globals'
import { readMessageBlocks, readView } from '../../../src/rehearsal/slack/blocks/blockKit.ts'
import { card, modal } from './samples.ts'

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) })
const button = (fields: object) => ({ type: 'actions', elements: [{ type: 'button', text: plain(1), ...fields }] })
const option = (value = 'v') => ({ text: plain(1), value })
const select = (fields: object) => ({ type: 'actions', elements: [{ type: 'static_select', ...fields }] })
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item)
const divider = { type: 'divider' }

describe('Block Kit', () => {
  it('takes a card, a modal and blocks that only show', () => {
    expect(readMessageBlocks(card()).ok).toBe(true)
    expect(readView(modal()).ok).toBe(true)
    expect(readMessageBlocks([divider, { type: 'rich_text', elements: [] }]).ok).toBe(true)
  })

  it.each([
    ['50 blocks', times(50, divider), times(51, divider), 'no more than 50 items'],
    [
      '3,000 characters of section',
      [{ type: 'section', text: plain(3000) }],
      [{ type: 'section', text: plain(3001) }],
      'less than 3001',
    ],
    [
      '10 section fields',
      [{ type: 'section', fields: times(10, plain(2000)) }],
      [{ type: 'section', fields: times(11, plain(1)) }],
      'no more than 10',
    ],
    [
      '2,000 characters of field',
      [{ type: 'section', fields: [plain(2000)] }],
      [{ type: 'section', fields: [plain(2001)] }],
      'less than 2001',
    ],
    [
      'a section with text',
      [{ type: 'section', text: plain(1) }],
      [{ type: 'section' }],
      'must provide text or fields',
    ],
    [
      'text that is not empty',
      [{ type: 'section', text: plain(1) }],
      [{ type: 'section', text: plain(0) }],
      'more than 0 characters',
    ],
    [
      '150 characters of header',
      [{ type: 'header', text: plain(150) }],
      [{ type: 'header', text: plain(151) }],
      'less than 151',
    ],
    [
      'plain headers',
      [{ type: 'header', text: plain(1) }],
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      '/blocks/0/text/type',
    ],
    [
      '10 context elements',
      [{ type: 'context', elements: times(10, plain(1)) }],
      [{ type: 'context', elements: times(11, plain(1)) }],
      'no more than 10',
    ],
    [
      '25 actions',
      [{ type: 'actions', elements: times(25, button({}).elements[0]) }],
      [{ type: 'actions', elements: times(26, button({}).elements[0]) }],
      'no more than 25',
    ],
    ['75 characters of button', [button({ text: plain(75) })], [button({ text: plain(76) })], 'less than 76'],
    [
      '2,000 characters of value',
      [button({ value: 'x'.repeat(2000) })],
      [button({ value: 'x'.repeat(2001) })],
      'less than 2001',
    ],
    [
      '3,000 characters of url',
      [button({ url: 'x'.repeat(3000) })],
      [button({ url: 'x'.repeat(3001) })],
      'less than 3001',
    ],
    [
      '255 characters of action id',
      [button({ action_id: 'x'.repeat(255) })],
      [button({ action_id: 'x'.repeat(256) })],
      'less than 256',
    ],
    [
      '255 characters of block id',
      [{ ...divider, block_id: 'x'.repeat(255) }],
      [{ ...divider, block_id: 'x'.repeat(256) }],
      'less than 256',
    ],
    [
      '100 options',
      [select({ options: times(100, option()) })],
      [select({ options: times(101, option()) })],
      'no more than 100',
    ],
    [
      '75 characters of option',
      [select({ options: [option('x'.repeat(75))] })],
      [select({ options: [option('x'.repeat(76))] })],
      'less than 76',
    ],
    ['a menu with options', [select({ options: [option()] })], [select({})], 'exactly one of'],
    ['known blocks', [divider], [{ type: 'hologram' }], 'unsupported type'],
    [
      'different block ids',
      [{ ...divider, block_id: 'a' }],
      times(2, { ...divider, block_id: 'a' }),
      'block_id must be unique',
    ],
    [
      'different action ids',
      [button({ action_id: 'a' })],
      [{ type: 'actions', elements: times(2, { ...button({}).elements[0], action_id: 'a' }) }],
      'action_id must be unique',
    ],
    [
      'confirmations',
      [button({ confirm: { title: plain(100), text: plain(300), confirm: plain(30), deny: plain(30) } })],
      [button({ confirm: { title: plain(101), text: plain(1), confirm: plain(1), deny: plain(1) } })],
      'less than 101',
    ],
  ])('takes %s and not what is beyond', (_, good, bad, reason) => {
    expect(readMessageBlocks(good)).toMatchObject({ ok: true })
    const refused = readMessageBlocks(bad)
    expect(refused).toMatchObject({ ok: false })
    expect(refused.ok ? [] : refused.problem.join()).toContain(reason)
  })

  it.each([
    [
      'a title of 24 characters',
      modal('x'.repeat(24)),
      modal('x'.repeat(25)),
      'less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      '3,000 characters of private metadata',
      modal('a', { private_metadata: 'x'.repeat(3000) }),
      modal('a', { private_metadata: 'x'.repeat(3001) }),
      '/view/private_metadata',
    ],
    [
      '255 characters of callback id',
      modal('a', { callback_id: 'x'.repeat(255) }),
      modal('a', { callback_id: 'x'.repeat(256) }),
      '/view/callback_id',
    ],
    [
      '100 blocks',
      modal('a', { blocks: times(100, { type: 'divider' as const }) }),
      modal('a', { blocks: times(101, { type: 'divider' as const }) }),
      'no more than 100',
    ],
    ['inputs with a submit button', modal(), { ...modal(), submit: undefined }, 'submit is required'],
    ['modals and homes', { type: 'home', blocks: [] }, { type: 'window', blocks: [] }, 'unsupported type'],
  ])('takes %s and not what is beyond', (_, good, bad, reason) => {
    expect(readView(good)).toMatchObject({ ok: true })
    const refused = readView(bad)
    expect(refused.ok ? '' : refused.problem.join()).toContain(reason)
  })
})
