import { pick, type Random } from './random.ts'

const sentence = '오늘 병원에서 오래 기다렸습니다. '

/** Sentences, cut anywhere. */
export const longText = (chars: number) => sentence.repeat(Math.ceil(chars / sentence.length)).slice(0, chars)

const anyList = (random: Random, make: (random: Random) => unknown) =>
  Array.from({ length: Math.floor(random() * 13) }, () => make(random))

const anyValue = (random: Random): unknown =>
  pick<() => unknown>(random, [
    () => '',
    () => '짧은 글',
    () => longText(Math.floor(random() * 6000)),
    () => '👨‍👩‍👧‍👦'.repeat(Math.floor(random() * 200)),
    () => null,
    () => 7,
    () => [],
    () => 'https://example.org/a',
    () => 'x'.repeat(40_000),
  ])()

const anyButton = (random: Random): unknown => ({
  label: anyValue(random),
  action: pick(random, ['message', 'block', 'webLink', 'phone', 'share', 'operator', 'mention', null]),
  messageText: anyValue(random),
  webLinkUrl: anyValue(random),
  blockId: anyValue(random),
  extra: pick(random, [undefined, null, {}, { a: anyValue(random) }]),
})

const anyCard = (random: Random): unknown =>
  pick<() => unknown>(random, [
    () => null,
    () => ({
      text: anyValue(random),
      title: anyValue(random),
      description: anyValue(random),
      altText: anyValue(random),
      imageUrl: anyValue(random),
      buttons: anyList(random, anyButton),
      buttonLayout: pick(random, ['vertical', 'horizontal', 'diagonal']),
      thumbnail: pick(random, [undefined, { imageUrl: anyValue(random) }]),
      header: { title: anyValue(random) },
      items: anyList(random, () => ({ title: anyValue(random) })),
      itemList: anyList(random, () => ({ title: anyValue(random), description: anyValue(random) })),
      type: pick(random, ['textCard', 'basicCard', 'listCard', 'itemCard', 'simpleText']),
    }),
  ])()

const kinds = [
  'simpleText',
  'simpleImage',
  'textCard',
  'basicCard',
  'commerceCard',
  'listCard',
  'itemCard',
  'carousel',
  'x',
]

/** Something like a response, with every mistake a program without types may make. */
export const anyResponse = (random: Random): unknown => ({
  version: pick(random, ['2.0', '1.0', undefined]),
  template: {
    outputs: anyList(random, () => ({ [pick(random, kinds)]: anyCard(random) })),
    quickReplies: pick(random, [undefined, null, anyList(random, anyButton)]),
  },
  context: pick(random, [undefined, { values: anyList(random, anyValue) }]),
  data: pick(random, [undefined, { a: anyValue(random) }]),
  useCallback: pick(random, [undefined, false, true]),
})
