import { describe, expect, it } from '@jest/globals'
import { limits, validateResponse } from '../src/index.ts'

const text = (length: number) => '가'.repeat(length)
const times = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item)
const withOutputs = (...outputs: readonly unknown[]) => ({ version: '2.0', template: { outputs } })
const withQuickReplies = (...quickReplies: readonly unknown[]) => ({
  version: '2.0',
  template: { outputs: [{ simpleText: { text: 'a' } }], quickReplies },
})
const withButtons = (buttons: readonly unknown[], card: object = {}) =>
  withOutputs({ textCard: { title: 'a', buttons, ...card } })

const message = { label: 'a', action: 'message', messageText: 'a' }
const link = { label: 'a', action: 'webLink', webLinkUrl: 'https://example.org' }
const picture = { imageUrl: 'https://example.org/a.png' }
const basicCard = { title: 'a', thumbnail: picture }
const itemCard = { itemList: [{ title: 'a', description: 'b' }] }
const listCard = { header: { title: 'a' }, items: [{ title: 'a' }] }
const commerceCard = { price: 1000, thumbnails: [picture] }
const carousel = (type: string, items: readonly unknown[], more: object = {}) =>
  withOutputs({ carousel: { type, items, ...more } })

describe('validateResponse', () => {
  it.each<[string, unknown]>([
    ['text', withOutputs({ simpleText: { text: text(1000) } })],
    ['three components', withOutputs(...times(3, { simpleText: { text: 'a' } }))],
    ['a picture', withOutputs({ simpleImage: { ...picture, altText: text(50) } })],
    ['a text card at its limit', withOutputs({ textCard: { title: text(50), description: text(350) } })],
    ['every button', withButtons([message, { label: 'a', action: 'block', blockId: 'b' }, link])],
    [
      'the other buttons',
      withButtons([
        { label: 'a', action: 'phone', phoneNumber: '119' },
        { label: 'a', action: 'operator' },
        { label: 'a', action: 'share' },
      ]),
    ],
    ['ten quick replies', withQuickReplies(...times(10, message))],
    ['a quick reply without text', withQuickReplies({ label: 'a', action: 'message' })],
    ['a basic card', withOutputs({ basicCard })],
    ['a commerce card', withOutputs({ commerceCard })],
    [
      'a list card',
      withOutputs({ listCard: { ...listCard, items: times(5, { title: 'a', action: 'message', messageText: 'b' }) } }),
    ],
    [
      'an item card',
      withOutputs({ itemCard: { ...itemCard, head: { title: '접수 내역' }, itemListAlignment: 'left' } }),
    ],
    ['a carousel', carousel('basicCard', times(10, basicCard))],
    ['data only', { version: '2.0', data: { a: 'b' } }],
    ['an acknowledgement', { version: '2.0', useCallback: true }],
    [
      'a context',
      {
        ...withOutputs({ simpleText: { text: 'a' } }),
        context: { values: [{ name: 'a', lifeSpan: 5, ttl: 60, params: { a: 'b' } }] },
      },
    ],
    ['undefined, which JSON leaves out', withButtons([message], { description: undefined })],
  ])('accepts %s', (_name, response) => {
    expect(validateResponse(response)).toEqual([])
  })

  it.each<[string, unknown, string, string]>([
    ['no version', { template: { outputs: [{ simpleText: { text: 'a' } }] } }, 'version', 'not "2.0"'],
    ['the old version', { version: '1.0', data: {} }, 'version', 'not "2.0"'],
    ['nothing', { version: '2.0' }, 'template', 'missing'],
    ['null', null, '', 'not of type object'],
    ['no component', withOutputs(), 'template.outputs', 'empty'],
    [
      'four components',
      withOutputs(...times(4, { simpleText: { text: 'a' } })),
      'template.outputs',
      'more than 3 items',
    ],
    ['an unknown component', withOutputs({ hologram: {} }), 'template.outputs.0', 'unknown component'],
    [
      'two components in one',
      withOutputs({ simpleText: { text: 'a' }, textCard: { title: 'a' } }),
      'template.outputs.0',
      'not exactly one component',
    ],
    ['empty text', withOutputs({ simpleText: { text: ' \n' } }), 'template.outputs.0.simpleText.text', 'empty'],
    [
      'long text',
      withOutputs({ simpleText: { text: text(1001) } }),
      'template.outputs.0.simpleText.text',
      'more than 1000 characters',
    ],
    [
      'a picture that is no URL',
      withOutputs({ simpleImage: { imageUrl: 'a.png', altText: 'a' } }),
      'template.outputs.0.simpleImage.imageUrl',
      'not an http(s) URL',
    ],
    [
      'a picture without words',
      withOutputs({ simpleImage: picture }),
      'template.outputs.0.simpleImage.altText',
      'missing',
    ],
    [
      'long words of a picture',
      withOutputs({ simpleImage: { ...picture, altText: text(51) } }),
      'template.outputs.0.simpleImage.altText',
      'more than 50 characters',
    ],
    [
      'an empty text card',
      withOutputs({ textCard: {} }),
      'template.outputs.0.textCard.title',
      'missing, and no description',
    ],
    [
      'a long title',
      withOutputs({ textCard: { title: text(51) } }),
      'template.outputs.0.textCard.title',
      'more than 50 characters',
    ],
    [
      'a long text card',
      withOutputs({ textCard: { title: 'a', description: text(400) } }),
      'template.outputs.0.textCard.description',
      'more than 400 characters with the title',
    ],
    ['four buttons', withButtons(times(4, message)), 'template.outputs.0.textCard.buttons', 'more than 3 items'],
    [
      'three buttons side by side',
      withButtons(times(3, message), { buttonLayout: 'horizontal' }),
      'template.outputs.0.textCard.buttons',
      'more than 2 items',
    ],
    [
      'long labels side by side',
      withButtons([message, { ...message, label: text(9) }], { buttonLayout: 'horizontal' }),
      'template.outputs.0.textCard.buttons.1.label',
      'more than 8 characters side by side',
    ],
    [
      'a long label',
      withButtons([{ ...message, label: text(15) }]),
      'template.outputs.0.textCard.buttons.0.label',
      'more than 14 characters',
    ],
    [
      'no label',
      withButtons([{ ...message, label: undefined }]),
      'template.outputs.0.textCard.buttons.0.label',
      'missing',
    ],
    [
      'an unknown action',
      withButtons([{ label: 'a', action: 'invite' }]),
      'template.outputs.0.textCard.buttons.0.action',
      'unknown value',
    ],
    [
      'a message without text',
      withButtons([{ label: 'a', action: 'message' }]),
      'template.outputs.0.textCard.buttons.0.messageText',
      'missing',
    ],
    [
      'a block without id',
      withButtons([{ label: 'a', action: 'block' }]),
      'template.outputs.0.textCard.buttons.0.blockId',
      'missing',
    ],
    [
      'a link to nowhere',
      withButtons([{ ...link, webLinkUrl: 'javascript:alert(1)' }]),
      'template.outputs.0.textCard.buttons.0.webLinkUrl',
      'not an http(s) URL',
    ],
    [
      'a phone without number',
      withButtons([{ label: 'a', action: 'phone' }]),
      'template.outputs.0.textCard.buttons.0.phoneNumber',
      'missing',
    ],
    ['eleven quick replies', withQuickReplies(...times(11, message)), 'template.quickReplies', 'more than 10 items'],
    ['a quick reply with a link', withQuickReplies(link), 'template.quickReplies.0.action', 'unknown value'],
    [
      'a long quick reply',
      withQuickReplies({ ...message, label: text(15) }),
      'template.quickReplies.0.label',
      'more than 14 characters',
    ],
    [
      'a basic card without picture',
      withOutputs({ basicCard: { title: 'a' } }),
      'template.outputs.0.basicCard.thumbnail',
      'missing',
    ],
    [
      'a long basic card',
      withOutputs({ basicCard: { ...basicCard, description: text(231) } }),
      'template.outputs.0.basicCard.description',
      'more than 230 characters',
    ],
    [
      'a square picture over three buttons',
      withOutputs({ basicCard: { thumbnail: { ...picture, fixedRatio: true }, buttons: times(3, message) } }),
      'template.outputs.0.basicCard.buttons',
      'more than 2 items',
    ],
    [
      'two pictures of goods',
      withOutputs({ commerceCard: { ...commerceCard, thumbnails: times(2, picture) } }),
      'template.outputs.0.commerceCard.thumbnails',
      'more than 1 items',
    ],
    [
      'a rate without price',
      withOutputs({ commerceCard: { ...commerceCard, discountRate: 10 } }),
      'template.outputs.0.commerceCard.discountedPrice',
      'missing with discountRate',
    ],
    [
      'a broken price',
      withOutputs({ commerceCard: { ...commerceCard, price: 0.5 } }),
      'template.outputs.0.commerceCard.price',
      'not of type int',
    ],
    [
      'six lines',
      withOutputs({ listCard: { ...listCard, items: times(6, { title: 'a' }) } }),
      'template.outputs.0.listCard.items',
      'more than 5 items',
    ],
    [
      'a list without heading',
      withOutputs({ listCard: { items: [{ title: 'a' }] } }),
      'template.outputs.0.listCard.header',
      'missing',
    ],
    [
      'a line without its block',
      withOutputs({ listCard: { ...listCard, items: [{ title: 'a', action: 'block' }] } }),
      'template.outputs.0.listCard.items.0.blockId',
      'missing with action block',
    ],
    [
      'eleven items',
      withOutputs({ itemCard: { itemList: times(11, { title: 'a', description: 'b' }) } }),
      'template.outputs.0.itemCard.itemList',
      'more than 10 items',
    ],
    [
      'a long item title',
      withOutputs({ itemCard: { itemList: [{ title: text(7), description: 'b' }] } }),
      'template.outputs.0.itemCard.itemList.0.title',
      'more than 6 characters',
    ],
    [
      'three lines in an item',
      withOutputs({ itemCard: { itemList: [{ title: 'a', description: 'b\nc\nd' }] } }),
      'template.outputs.0.itemCard.itemList.0.description',
      'more than 2 lines',
    ],
    [
      'head and profile',
      withOutputs({ itemCard: { ...itemCard, head: { title: 'a' }, profile: { title: 'a' } } }),
      'template.outputs.0.itemCard.profile',
      'not together with head',
    ],
    [
      'a description without title',
      withOutputs({ itemCard: { ...itemCard, description: 'a' } }),
      'template.outputs.0.itemCard.title',
      'missing with description',
    ],
    [
      'a long item card',
      withOutputs({ itemCard: { ...itemCard, title: 'a', description: text(200) } }),
      'template.outputs.0.itemCard.description',
      'more than 200 characters with the title',
    ],
    [
      'a tall item card',
      withOutputs({ itemCard: { ...itemCard, title: 'a', description: times(12, 'a').join('\n') } }),
      'template.outputs.0.itemCard.description',
      'more than 12 lines with the title',
    ],
    [
      'a long summary',
      withOutputs({ itemCard: { ...itemCard, itemListSummary: { title: 'a', description: text(15) } } }),
      'template.outputs.0.itemCard.itemListSummary.description',
      'more than 14 characters',
    ],
    [
      'eleven cards',
      carousel('basicCard', times(11, basicCard)),
      'template.outputs.0.carousel.items',
      'more than 10 items',
    ],
    [
      'six lists side by side',
      carousel('listCard', times(6, listCard)),
      'template.outputs.0.carousel.items',
      'more than 5 items',
    ],
    [
      'five lines side by side',
      carousel('listCard', [{ ...listCard, items: times(5, { title: 'a' }) }]),
      'template.outputs.0.carousel.items.0.items',
      'more than 4 items',
    ],
    [
      'long text side by side',
      carousel('textCard', [{ title: 'a', description: text(129) }]),
      'template.outputs.0.carousel.items.0.description',
      'more than 128 characters',
    ],
    [
      'six items side by side',
      carousel('itemCard', [{ itemList: times(6, { title: 'a', description: 'b' }) }]),
      'template.outputs.0.carousel.items.0.itemList',
      'more than 5 items',
    ],
    [
      'cards of another type',
      carousel('basicCard', [itemCard]),
      'template.outputs.0.carousel.items.0.thumbnail',
      'missing',
    ],
    [
      'pictures of two ratios',
      carousel('basicCard', [basicCard, { thumbnail: { ...picture, fixedRatio: true } }]),
      'template.outputs.0.carousel.items',
      'pictures of different ratios',
    ],
    [
      'cards of different parts',
      carousel('itemCard', [itemCard, { ...itemCard, head: { title: 'a' } }]),
      'template.outputs.0.carousel.items',
      'cards with different parts',
    ],
    [
      'a header over text cards',
      carousel('textCard', [{ title: 'a' }], { header: { title: 'a' } }),
      'template.outputs.0.carousel.header',
      'no header on this type',
    ],
    [
      'an unknown carousel',
      carousel('simpleText', [{ text: 'a' }]),
      'template.outputs.0.carousel.type',
      'unknown value',
    ],
    ['a carousel of nothing', carousel('basicCard', []), 'template.outputs.0.carousel.items', 'empty'],
    [
      'null in a card',
      withButtons([message], { description: null }),
      'template.outputs.0.textCard.description',
      'not of type string',
    ],
    ['null in extra', withQuickReplies({ ...message, extra: { n: null } }), 'template.quickReplies.0.extra.n', 'null'],
    ['null in data', { version: '2.0', data: { a: [1, null] } }, 'data.a.1', 'null'],
    [
      'a heavy bubble',
      withButtons([{ ...message, extra: { a: text(10_001) } }]),
      'template.outputs.0',
      'more than 30000 bytes',
    ],
    [
      'heavy quick replies',
      withQuickReplies({ ...message, extra: { a: text(10_001) } }),
      'template.quickReplies',
      'more than 30000 bytes',
    ],
    [
      'an acknowledgement that says more',
      { ...withOutputs({ simpleText: { text: 'a' } }), useCallback: true },
      'template',
      'not together with useCallback',
    ],
    [
      'a context that counts back',
      { version: '2.0', data: {}, context: { values: [{ name: 'a', lifeSpan: -1 }] } },
      'context.values.0.lifeSpan',
      'too small',
    ],
    [
      'a context of numbers',
      { version: '2.0', data: {}, context: { values: [{ name: 'a', lifeSpan: 1, params: { a: 1 } }] } },
      'context.values.0.params.a',
      'not of type string',
    ],
  ])('names %s by path', (_name, response, path, problem) => {
    expect(validateResponse(response)).toEqual([{ path, problem }])
  })

  it('survives what is no JSON', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(validateResponse({ version: '2.0', data: circle })).toHaveLength(1)
    expect(validateResponse({ version: '2.0', data: { big: 1n } })).toEqual([
      { path: 'data.big', problem: 'not JSON, or nested too deep' },
    ])
  })

  it('never repeats what was written', () => {
    const response = withOutputs({ simpleText: { text: '비밀'.repeat(limits.simpleText.textChars) } })
    expect(JSON.stringify(validateResponse(response))).not.toContain('비밀')
  })
})
