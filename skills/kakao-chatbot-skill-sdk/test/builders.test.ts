import { expect, it } from '@jest/globals'
import * as sdk from '../src/index.ts'

const thumbnail = { imageUrl: 'https://img.example.org/a.png', altText: '사진' }
const header = { title: '안내', description: '골라 주세요.', thumbnail }

it.each<[string, sdk.Output]>([
  ['simpleText', sdk.simpleText('네')],
  ['simpleImage', sdk.simpleImage(thumbnail.imageUrl, '사진')],
  ['textCard', sdk.textCard({ title: '안내', buttons: [sdk.messageButton('네'), sdk.phoneButton('응급실', '119')] })],
  ['basicCard', sdk.basicCard({ thumbnail, buttons: [sdk.webLinkButton('열기', 'https://example.org')] })],
  ['commerceCard', sdk.commerceCard({ price: 1000, thumbnails: [thumbnail] })],
  ['listCard', sdk.listCard({ header: { title: '최근 접수' }, items: [{ title: 'C-1' }] })],
  ['itemCard', sdk.itemCard({ itemList: [{ title: '상태', description: '확인 중' }] })],
  ['carousel', sdk.carousel('basicCard', [{ thumbnail, buttons: [sdk.shareButton('공유')] }], header)],
  ['a carousel without header', sdk.carousel('textCard', [{ title: 'a', buttons: [sdk.operatorButton('상담원')] }])],
])('builds a %s that Kakao takes', (_name, output) => {
  const response = sdk.skillResponse({
    outputs: [output],
    quickReplies: [sdk.quickReply('네', { n: 'k3f9' }), sdk.blockButton('처음으로', 'menu', undefined, '처음')],
    contexts: [sdk.contextValue('intake', 5, { step: 'done' }, 600)],
    data: { prompt: 'menu' },
  })
  expect(sdk.validateResponse(response)).toEqual([])
  expect(response.template?.quickReplies?.[1]).toEqual({
    label: '처음으로',
    action: 'block',
    blockId: 'menu',
    messageText: '처음',
  })
})

it('puts the header before the cards', () => {
  expect(sdk.carousel('basicCard', [{ thumbnail }], header)).toEqual({
    carousel: { type: 'basicCard', items: [{ thumbnail }], header },
  })
})
