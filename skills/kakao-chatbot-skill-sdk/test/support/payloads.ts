const userId = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef01'

/** A tapped quick reply on the live channel. All values invented. */
export const channelPayload = {
  intent: { id: '65aa00000000000000000001', name: '민원접수', extra: { reason: { code: 1, message: 'OK' } } },
  userRequest: {
    timezone: 'Asia/Seoul',
    params: { surface: 'Kakaotalk.plusfriend' },
    block: { id: '65aa00000000000000000001', name: '민원접수' },
    utterance: '시설 불편',
    lang: 'ko',
    user: {
      id: userId,
      type: 'botUserKey',
      properties: {
        botUserKey: userId,
        bot_user_key: userId,
        plusfriendUserKey: 'AbCdEfGh1234',
        plusfriend_user_key: 'AbCdEfGh1234',
        isFriend: true,
      },
    },
  },
  bot: { id: '65aa000000000000000000ff', name: '한빛병원 민원봇' },
  action: {
    id: 'sk01',
    name: 'intake',
    params: {},
    detailParams: {},
    clientExtra: { step: 'category', v: 'facility', n: 'k3f9' },
  },
  contexts: [],
  flow: {
    lastBlock: { id: '65aa00000000000000000002', name: '웰컴' },
    trigger: { type: 'QUICKREPLY_BUTTON_BLOCK', referrerBlock: { id: '65aa00000000000000000002', name: '웰컴' } },
  },
} as const

/** The bot test panel of the admin centre. */
export const botTestPayload = {
  ...channelPayload,
  userRequest: {
    ...channelPayload.userRequest,
    params: { surface: 'BuilderBotTest', ignoreMe: 'true' },
    utterance: '안녕하세요\n',
    lang: 'kr',
    user: { id: userId, type: 'botUserKey', properties: { botUserKey: userId, bot_user_key: userId } },
  },
  bot: { id: '65aa000000000000000000ff!', name: '한빛병원 민원봇' },
  action: { ...channelPayload.action, clientExtra: {} },
} as const

/** "스킬서버로 전송" on the skill's own page. */
export const skillTestPayload = {
  intent: { id: 'abcdefghijklmnopqrstuvwx', name: '블록 이름' },
  userRequest: {
    timezone: 'Asia/Seoul',
    params: { ignoreMe: 'true' },
    block: { id: 'abcdefghijklmnopqrstuvwx', name: '블록 이름' },
    utterance: '발화 내용',
    lang: null,
    user: { id: '123456', type: 'accountId', properties: {} },
  },
  bot: { id: '65aa000000000000000000ff', name: '봇 이름' },
  action: { name: 'intake', clientExtra: null, params: {}, id: 'sk01', detailParams: {} },
} as const
