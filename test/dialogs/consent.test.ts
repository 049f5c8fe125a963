import { describe, expect, it } from '@jest/globals'

import { publishedNotices } from '../../locales/notices.ts'
import { fillNotice, hashNotice } from '../../src/consent/notice.ts'
import { createNoticeBook } from '../../src/consent/noticeBook.ts'
import { findProcessorsAbroad, noticeValuesOf } from '../../src/consent/processorsAbroad.ts'
import { type Conversation, describeConversations } from '../support/conversationTable.ts'
import { hospital, startTalk } from '../support/talk.ts'

const STORY = '어제 수납에서 한 시간 기다렸어요'
const HEALTH_STORY = '그저께 무릎 수술 받고 다리가 아픈데 아무도 설명을 안 해 줬어요'

const CONVERSATIONS: readonly Conversation[] = [
  {
    name: 'keeps a receipt for each answer, and goes on whatever the answer',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의하지 않습니다]', 'consent.overseas'],
      ['[동의하지 않습니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { slackCovered: false, deskDepartment: '고객상담실', department: '원무과' },
    consents: ['collect yes', 'health no', 'overseas no', 'contact no'],
  },
  {
    name: 'writes nothing down before the first yes',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
    ],
    consents: [],
    isKept: false,
  },
  {
    name: 'keeps what was told before once it is agreed to',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
    ],
    consents: ['collect yes'],
    isKept: true,
  },
  {
    name: 'waits with a story of health for the consent it needs',
    turns: [
      [HEALTH_STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
    ],
    consents: ['collect yes'],
    isKept: false,
  },
  {
    name: 'keeps a story of health once that is agreed to',
    turns: [
      [HEALTH_STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary', /무릎 수술/],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { story: HEALTH_STORY },
    isKept: true,
  },
  {
    name: 'drops a story of health when that is refused, says so, and asks for it without',
    turns: [
      [HEALTH_STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의하지 않습니다]', 'consent.overseas', /저장하지 않았습니다/],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'complaint.story'],
      ['다리가 계속 아파요. 설명해 주세요', 'complaint.story', /건강 정보/],
      ['그저께 2층 창구에서 아무도 설명을 안 해 줬어요', 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { story: '그저께 2층 창구에서 아무도 설명을 안 해 줬어요' },
    consents: ['collect yes', 'health no', 'overseas yes', 'contact no'],
    forgotten: ['무릎 수술', '다리가'],
  },
  {
    name: 'lets whoever refused health agree after all',
    turns: [
      [HEALTH_STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의하지 않습니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'complaint.story'],
      ['[건강정보 동의하기]', 'consent.health'],
      ['[동의합니다]', 'complaint.story'],
      [HEALTH_STORY, 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { story: HEALTH_STORY },
    consents: ['collect yes', 'health no', 'overseas yes', 'contact no', 'health yes'],
  },
  {
    name: 'does not take a second story of health from whoever refused it with the first',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의하지 않습니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'confirm.summary'],
      ['[접수하기]', undefined],
      [HEALTH_STORY, 'complaint.story', /건강 정보/],
      ['취소', 'menu'],
    ],
    filed: { story: STORY },
    forgotten: ['무릎 수술'],
  },
  {
    name: 'asks about health first when a written-down conversation comes to it',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[처음으로]', 'menu'],
      [HEALTH_STORY, 'consent.health', /한 번 더 적어/],
      ['[동의합니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'complaint.story'],
    ],
    forgotten: ['무릎 수술'],
  },
  {
    name: 'keeps words of health out of the place and the wish when they were refused',
    turns: [
      ['어제 직원이 반말을 했어요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의하지 않습니다]', 'consent.overseas'],
      ['[동의합니다]', 'consent.contact'],
      ['[동의하지 않습니다]', 'complaint.where'],
      ['무릎 수술한 뒤 회복실에서요', 'complaint.where', /건강 정보/],
      ['2층 복도', 'confirm.summary'],
      ['[바라는 점 적기]', 'complaint.wish'],
      ['수술비를 환불해 주세요', 'complaint.wish', /건강 정보/],
      ['사과해 주세요', 'confirm.summary'],
      ['[접수하기]', undefined, /V26-/],
    ],
    filed: { where: '2층 복도', wish: '사과해 주세요' },
    forgotten: ['무릎 수술', '수술비'],
  },
  {
    name: 'does not let a doubled tap answer the next notice',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health'],
      ['[동의합니다@consent.collect]', 'consent.health', /앞에 나온 버튼[^]*민감정보/],
      ['[동의하지 않습니다]', 'consent.overseas'],
    ],
    consents: ['collect yes', 'health no'],
  },
  {
    name: 'does not let a tap on an older copy of the same notice agree',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['도움말', 'consent.collect'],
      ['[동의합니다@consent.collect]', 'consent.collect', /앞에 나온 버튼/],
      ['[동의합니다]', 'consent.health'],
    ],
    consents: ['collect yes'],
  },
  {
    name: 'does not let a yes sent twice answer two notices, and takes it when it is asked again',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['네', 'consent.health'],
      ['(at once) 네', 'consent.health', /두 번[^]*민감정보/],
      ['네', 'consent.overseas'],
      ['(at once) 아니요', 'consent.overseas', /두 번/],
      ['(at once) 아니요', 'consent.contact'],
      ['(at once) 동의합니다', 'contact.phone'],
    ],
    consents: ['collect yes', 'health yes', 'overseas no', 'contact yes'],
  },
  {
    name: 'shows the notice again to whoever answers something else',
    turns: [
      [STORY, 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['이게 무슨 말이에요?', 'consent.collect', /어느 쪽을 고르셔도[^]*\[필수\]/],
      ['ㅇㅇ', 'consent.health'],
    ],
  },
  {
    name: 'does not ask again on the way to a call what was agreed to there',
    turns: [
      [STORY, 'age.check'],
      ['[상담원 연결]', 'callback.request'],
      ['010-1234-5678 오전', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
      ['[동의합니다]', 'consent.health', /전화 요청이 접수[^]*민감정보/],
    ],
    filed: { kind: 'callback' },
    consents: ['collect yes'],
  },
]

describeConversations('consents', CONVERSATIONS)

describe('a receipt', () => {
  it.each([
    ['ko', STORY, '네', '동의합니다'],
    ['en', 'I waited two hours at the billing desk yesterday.', 'yes', 'I agree'],
  ] as const)('proves which text was shown in %s', async (language, story, adult, agree) => {
    const talk = startTalk({ language })
    await talk.say(story)
    const shown = (await talk.say(adult)).at(-1)?.text ?? ''
    await talk.tap(agree)
    const [receipt] = [...talk.record().receipts.values()]
    const document = createNoticeBook(publishedNotices).find('collect', language, receipt?.noticeVersion ?? '')
    const values = noticeValuesOf(hospital, findProcessorsAbroad(hospital, undefined), language)
    const notice = document && fillNotice(document, { purpose: 'collect', language, values })
    expect(shown).toBe(`${notice?.title}\n${notice?.short}`)
    expect(receipt).toMatchObject({
      purpose: 'collect',
      granted: true,
      language,
      actor: 'self',
      channel: 'web',
      shownAs: 'chat',
      noticeHash: notice && hashNotice(notice),
    })
    await talk.close()
  })

  it('says that a guardian answered', async () => {
    const talk = startTalk()
    await talk.say(STORY)
    await talk.tap('보호자입니다')
    await talk.tap('동의합니다')
    expect([...talk.record().receipts.values()].map(({ actor }) => actor)).toEqual(['guardian'])
    await talk.close()
  })
})
