/** What is said on KakaoTalk alone: about parts of a long answer, answers that take long, and the card of a receipt. */
export const kakao = {
  more: '더 보기',
  slow: '확인하는 데 조금 더 걸립니다. 잠시 뒤 "더 보기"를 누르시면 이어서 보여 드립니다. 급하시면 {{phone}}에 전화해 주세요.',
} as const

/** The card that shows a number at a glance. KakaoTalk takes six letters for a name. */
export const receipt = {
  title: '접수 확인',
  number: '접수번호',
  department: '담당',
  due: '답변 예정',
} as const

/** Photos that belong to a complaint. */
export const photos = {
  offer: '사진 보내기',
  ask: '아래 "사진 보내기"를 누르시면 사진을 열 장까지 보내실 수 있습니다. 다른 분의 얼굴이나 이름이 나오지 않게 찍어 주세요.',
  retry: '"사진 보내기"를 누르시거나, 사진 없이 이어서 하실 수 있습니다.',
  without: '사진 없이 계속',
  said: '[사진 {{count}}장]',
  taken: '사진 {{count}}장을 받았습니다. 접수하실 때 함께 전하고, 위치 같은 사진 정보는 지웁니다.',
  tooMany: '사진은 열 장까지 받습니다. {{count}}장은 받지 않았습니다.',
  unread: '사진을 받지 못했습니다. 다시 보내 주시거나 사진 없이 접수하셔도 됩니다.',
  notNow: '지금은 사진을 받을 수 없어 저장하지 않았습니다. 겪으신 일을 글로 적어 주시면 접수해 드립니다.',
  inChat:
    '대화창에 바로 올리신 사진은 받지 않고 저장하지 않았습니다. 글로 적어 주시면 접수해 드립니다. 시설이나 식사에 관한 일은 접수하기 전에 "사진 보내기"로 받습니다.',
  summary: '사진: {{count}}장',
  lost: '사진 {{count}}장은 받지 못해 빼고 접수했습니다.',
} as const
