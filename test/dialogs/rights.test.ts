import { describe, expect, it } from '@jest/globals'

import { findGlobalWord } from '../../dialogs/globalWords.ts'
import { hospitalSchema } from '../../src/hospital/hospital.ts'
import { type Conversation, describeConversations, type Line } from '../support/conversationTable.ts'
import { hospital, startTalk } from '../support/talk.ts'

const STORY = '어제 수납에서 한 시간 기다렸어요'
const HEALTH_STORY = '어제 수술 받고 수납에서 한 시간 기다렸어요'
const ANSWERS: readonly Line[] = [
  ['[네, 14세 이상]', 'consent.collect'],
  ['[동의합니다]', 'consent.health'],
  ['[동의합니다]', 'consent.overseas'],
  ['[동의합니다]', 'consent.contact'],
  ['[동의합니다]', 'contact.phone'],
  ['010-1234-5678', 'confirm.summary'],
  ['[접수하기]', undefined, /접수번호/],
]
const A_NUMBER = expect.stringMatching(/^V26-\w{7}$/) as unknown as string
const FILED: readonly Line[] = [[STORY, 'age.check'], ...ANSWERS]
const FILED_HEALTH: readonly Line[] = [[HEALTH_STORY, 'age.check'], ...ANSWERS]
const FILED_EN: readonly Line[] = [
  ['I waited an hour at the cashier yesterday', 'age.check'],
  ['[14 or older]', 'consent.collect'],
  ['[I agree]', 'consent.health'],
  ['[I agree]', 'consent.overseas'],
  ['[I agree]', 'consent.contact'],
  ['[I agree]', 'contact.phone'],
  ['010-1234-5678', 'confirm.summary'],
  ['[Submit]', undefined],
]
const publicHospital = hospitalSchema.parse({ ...hospital, publicBody: true })

const SEEING: readonly Conversation[] = [
  {
    name: 'shows what is held, masked, and leaves it',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu', /민원 처리\(11월 22일[^]*V26-\w{7}: 접수됨[^]*끝난 뒤 3년[^]*010-\*\*\*\*-5678/],
      ['[그만두기]', undefined, /그대로 두었습니다/],
    ],
    filed: { phone: '01012345678', slackCovered: true },
  },
  {
    name: 'is in the menu, and says so where nothing is held',
    turns: [
      ['(opens)', 'menu'],
      ['[내 정보]', 'rights.secret', /저장된 개인정보가 없습니다/],
      ['글쎄요', 'rights.secret', /알아보지 못했습니다/],
      ['[그만두기]', undefined],
    ],
    isKept: false,
  },
  {
    name: 'hands over a link to the copy',
    turns: [...FILED, ['내 정보', 'rights.menu'], ['사본 보여 주세요', undefined, /30분/]],
    filed: {},
  },
  {
    name: 'comes back to the question that was open',
    turns: [
      ...FILED,
      ['직원이 반말을 했어요', 'complaint.when'],
      ['내 개인정보', 'rights.menu'],
      ['[그만두기]', 'complaint.when', /그대로[^]*언제/],
    ],
    filed: {},
  },
  {
    name: 'speaks English',
    language: 'en',
    turns: [
      ...FILED_EN,
      ['my data', 'rights.menu', /V26-\w{7}[^]*kept for 3 years[^]*010-\*\*\*\*-5678/],
      ['nonsense', 'rights.menu', /Please choose/],
      ['delete it please', 'rights.ticket'],
      ['[Everything]', 'withdraw.confirm', /cannot be undone/],
      ['[No]', undefined, /Nothing was changed/],
      ['withdraw consent', 'rights.menu'],
      ['[Take back]', 'rights.consent'],
      ['[Abroad]', 'withdraw.confirm'],
      ['[Yes, do it]', undefined, /taken back/],
      ['My data', 'rights.menu'],
      ['[Correct]', 'rights.correct'],
      ['[Phone number]', 'contact.phone'],
      ['010-9876-5432', undefined, /corrected/],
    ],
    filed: { slackCovered: false, phone: '01098765432' },
  },
]

const CORRECTING: readonly Conversation[] = [
  {
    name: 'corrects the phone number at once',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[고치기]', 'rights.correct'],
      ['[전화번호]', 'contact.phone'],
      ['모르겠어요', 'contact.phone', /알아보지/],
      ['010-9876-5432', undefined, /고쳤습니다/],
    ],
    filed: { phone: '01098765432' },
    forgotten: ['010-1234-5678', '01012345678'],
  },
  {
    name: 'sends a correction of words to the privacy officer, due in ten days',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[고치기]', 'rights.correct'],
      ['[적은 내용]', 'rights.words'],
      ['네', 'rights.words', /한두 문장/],
      ['어제가 아니라 그저께 오전이었습니다', undefined, /12월 2일[^]*118/],
    ],
    filed: [
      {},
      {
        kind: 'rights',
        request: { right: 'correct', tickets: [A_NUMBER] },
        type: 'inquiry',
        category: 'privacy',
        deskDepartment: '개인정보보호담당',
        dueAt: new Date('2026-12-02T18:00:00+09:00'),
      },
    ],
  },
]

const ASKING: readonly Conversation[] = [
  {
    name: 'sends any other request to the privacy officer',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[다른 요청]', 'rights.other'],
      ['음', 'rights.other', /한두 문장/],
      ['제 접수 내용을 어느 직원이 보았는지 알려 주세요', undefined, /개인정보 담당자에게/],
    ],
    filed: [{}, { kind: 'rights', request: { right: 'other', tickets: [] }, category: 'privacy', state: 'received' }],
  },
  {
    name: 'leaves it',
    turns: [...FILED, ['내 정보', 'rights.menu'], ['[다른 요청]', 'rights.other'], ['[그만두기]', undefined, /그대로/]],
    filed: {},
  },
]

const ERASING: readonly Conversation[] = [
  {
    name: 'deletes one ticket and withdraws it',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['지워 주세요', 'rights.ticket'],
      ['아무거나', 'rights.ticket', /접수번호를 골라/],
      ['(ten minutes later)'],
      ['[모두@rights.ticket]', 'withdraw.confirm', /되돌릴 수 없습니다/],
      ['[아니요]', undefined, /그대로/],
    ],
    filed: { state: 'received' },
  },
  {
    name: 'deletes everything, and nothing is left of the conversation',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[지우기]', 'rights.ticket'],
      ['[모두]', 'withdraw.confirm', /V26-\w{7}에[^]*되돌릴 수 없습니다[^]*이렇게 할까요/],
      ['음', 'withdraw.confirm', /되돌릴 수 없습니다/],
      ['[네, 그렇게 하기]', undefined, /모두 지웠습니다/],
      ['내 정보', 'rights.secret', /없습니다/],
    ],
    filed: { state: 'withdrawn', conversationId: undefined },
    isKept: false,
    forgotten: [STORY, '01012345678', '010-1234-5678'],
  },
  {
    name: 'does nothing twice for a doubled tap, and nothing for an old one',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[지우기]', 'rights.ticket'],
      ['[모두]', 'withdraw.confirm'],
      ['[아니요]', undefined],
      ['내 정보', 'rights.menu'],
      ['[동의 거두기]', 'rights.consent'],
      ['[연락]', 'withdraw.confirm', /전화번호를 지우고/],
      ['[네, 그렇게 하기@withdraw.confirm]', 'withdraw.confirm', /앞에 나온 버튼/],
      ['[아니요]', undefined],
      ['[네, 그렇게 하기@withdraw.confirm]', 'menu', /앞에 나온 버튼/],
    ],
    filed: { state: 'received', phone: '01012345678' },
  },
  {
    name: 'takes no yes that was typed before the question could be read',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[지우기]', 'rights.ticket'],
      ['[모두]', 'withdraw.confirm'],
      ['(at once) 네', 'withdraw.confirm', /두 번/],
      ['아니요', undefined],
    ],
    filed: { state: 'received' },
  },
  {
    name: 'asks the privacy officer where the hospital is a public body',
    hospital: publicHospital,
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[지우기]', 'rights.ticket'],
      ['[모두]', 'withdraw.confirm', /법에 따라 보관[^]*10일 안에/],
      ['[네, 그렇게 하기]', undefined, /개인정보 담당자에게[^]*1833-6972/],
    ],
    filed: [
      { state: 'received', slackCovered: false },
      {
        kind: 'rights',
        request: { right: 'erase', tickets: [A_NUMBER], everything: true },
        category: 'privacy',
      },
    ],
    isKept: true,
    forgotten: ['01012345678', '010-1234-5678'],
  },
  {
    name: 'asks the privacy officer about a suspected accident',
    turns: [
      ['어제 수술 부위를 잘못 건드려 의료사고가 났어요', 'age.check'],
      ...ANSWERS,
      ['내 정보', 'rights.menu'],
      ['[지우기]', 'rights.ticket'],
      ['[모두]', 'withdraw.confirm', /안전과 관련된/],
      ['[네, 그렇게 하기]', undefined, /개인정보 담당자에게/],
    ],
    filed: [{ category: 'medical_accident', state: 'received' }, { kind: 'rights' }],
  },
]

const WITHDRAWING: readonly Conversation[] = [
  {
    name: 'asks the privacy officer to take back collection where the hospital is a public body',
    hospital: publicHospital,
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[동의 거두기]', 'rights.consent'],
      ['[민원 처리]', 'withdraw.confirm', /법에 따라 보관/],
      ['[네, 그렇게 하기]', undefined, /개인정보 담당자에게/],
    ],
    filed: [
      { state: 'received', slackCovered: false },
      { kind: 'rights', request: { right: 'withdraw', tickets: [A_NUMBER], purpose: 'collect' } },
    ],
    isKept: true,
    forgotten: ['01012345678', '010-1234-5678'],
  },
  {
    name: 'takes back processing abroad: Slack loses the words',
    turns: [
      ...FILED,
      ['동의 철회', 'rights.menu'],
      ['[동의 거두기]', 'rights.consent'],
      ['모르겠네', 'rights.consent'],
      ['[해외 처리]', 'withdraw.confirm', /접수번호만 남깁니다/],
      ['네', undefined, /해외 처리 동의를 거두었습니다/],
    ],
    filed: { slackCovered: false, phone: '01012345678', state: 'received' },
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact yes', 'overseas no'],
  },
  {
    name: 'takes back being contacted: the number goes',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[동의 거두기]', 'rights.consent'],
      ['[연락]', 'withdraw.confirm'],
      ['[네, 그렇게 하기]', undefined],
      ['내 정보', 'rights.menu'],
      ['[동의 거두기]', 'rights.consent'],
      ['[그만두기]', undefined],
    ],
    filed: { slackCovered: true },
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact yes', 'contact no'],
    forgotten: ['01012345678', '010-1234-5678'],
  },
  {
    name: 'takes back health: what tells of it goes, and the case with it',
    turns: [
      ...FILED_HEALTH,
      ['내 정보', 'rights.menu'],
      ['[동의 거두기]', 'rights.consent'],
      ['[건강정보]', 'withdraw.confirm', /V26-\w{7}에 적으신/],
      ['[네, 그렇게 하기]', undefined, /건강정보 동의를 거두었습니다/],
    ],
    filed: { state: 'withdrawn', conversationId: undefined },
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact yes', 'health no'],
    isKept: true,
    forgotten: ['수술'],
  },
  {
    name: 'takes back health in the middle of telling it: the story is asked again',
    turns: [
      ...FILED,
      ['수술 받고 나서 직원이 반말을 했어요', 'complaint.when'],
      ['내 정보', 'rights.menu'],
      ['[동의 거두기]', 'rights.consent'],
      ['[건강정보]', 'withdraw.confirm'],
      ['[네, 그렇게 하기]', 'complaint.story', /거두었습니다/],
    ],
    filed: { state: 'received' },
    forgotten: ['수술 받고'],
  },
  {
    name: 'takes back everything: all of it goes, and is asked anew at the next complaint',
    turns: [
      ...FILED,
      ['직원이 반말을 했어요', 'complaint.when'],
      ['내 정보', 'rights.menu'],
      ['[동의 거두기]', 'rights.consent'],
      ['[민원 처리]', 'withdraw.confirm'],
      ['[네, 그렇게 하기]', undefined, /모두 지웠습니다/],
      ['직원이 반말을 했어요', 'age.check'],
      ['[네, 14세 이상]', 'consent.collect'],
    ],
    filed: { state: 'withdrawn', conversationId: undefined },
    consents: ['collect yes', 'health yes', 'overseas yes', 'contact yes', 'collect no'],
    isKept: false,
    forgotten: [STORY, '01012345678'],
  },
  {
    name: 'asks again where a day went by before the yes',
    turns: [
      ...FILED,
      ['내 정보', 'rights.menu'],
      ['[동의 거두기]', 'rights.consent'],
      ['[해외 처리]', 'withdraw.confirm'],
      ['(a day later)'],
      ['[네, 그렇게 하기]', 'withdraw.confirm', /하루가 지나/],
      ['[네, 그렇게 하기]', undefined],
    ],
    filed: { slackCovered: false },
  },
]

describeConversations('seeing what is held', SEEING)
describeConversations('correcting it', CORRECTING)
describeConversations('asking for something else', ASKING)
describeConversations('deleting it', ERASING)
describeConversations('taking a consent back', WITHDRAWING)

describe('what was filed without a name', () => {
  it('is shown and deleted by its secret alone', async () => {
    const talk = startTalk()
    for (const said of [STORY, '네', '동의하지 않습니다', '이름 없이 접수', '접수하기']) await talk.say(said)
    const text =
      talk.exchanges
        .at(-1)
        ?.replies.map((reply) => reply.text)
        .join('\n') ?? ''
    const secret = /암호는 (\S+)입니다/.exec(text)?.[1] ?? ''
    await talk.say('내 정보')
    const wrong = await talk.say('2222-2222-2222')
    expect(wrong.map((reply) => reply.text).join()).toMatch(/찾지 못했습니다/)
    await talk.say('내 정보')
    const found = await talk.say(secret)
    expect(found.at(-1)?.channelData?.['prompt']).toBe('withdraw.confirm')
    const done = await talk.tap('네, 그렇게 하기')
    expect(done.map((reply) => reply.text).join()).toContain('지웠습니다')
    const [ticket] = [...talk.record().tickets.values()]
    expect(ticket).toMatchObject({ state: 'withdrawn', secretHash: undefined })
    expect(JSON.stringify([...talk.record().tickets])).not.toContain('한 시간')
    await talk.close()
  })
})

describe('what is logged of it', () => {
  it('names the person as the one who did it, whose it was, and what', async () => {
    const talk = startTalk()
    for (const [said] of [...FILED, ['내 정보'] as const]) {
      await (said.startsWith('[') ? talk.tap(said.slice(1, -1)) : talk.say(said))
    }
    for (const label of ['동의 거두기', '해외 처리', '네, 그렇게 하기']) await talk.tap(label)
    const [ticket] = [...talk.record().tickets.values()]
    expect(talk.record().audited).toMatchObject([
      { who: 'person', surface: 'chat', action: 'withdrawn', field: 'overseas', ticketNumber: ticket?.number },
    ])
    expect(talk.record().history.map(({ action }) => action)).toEqual(['filed', 'bared'])
    await talk.close()
  })
})

describe('the words that open it', () => {
  it.each(['내 정보', '내정보', '개인정보 삭제', '동의 철회', 'my data', 'My data!', 'delete my data'])(
    '%s',
    (said) => {
      expect(findGlobalWord(said)?.kind).toBe('rights')
    },
  )
  it.each(['내 정보가 밖으로 샜어요', '개인정보 담당자가 불친절했어요'])('but not inside a story: %s', (said) => {
    expect(findGlobalWord(said)).toBeUndefined()
  })
})
