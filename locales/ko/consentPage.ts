/** The consent page, which a person opens from the chat, in Korean. Holes are filled by the page. */
export const consentPage = {
  title: '개인정보 동의',
  otherLanguage: 'English',
  heading: '동의 여부를 골라 주세요',
  lead: '항목마다 따로 고르시면 됩니다. 어느 쪽을 고르셔도 괜찮습니다.',
  points: {
    recipient: '받는 곳',
    purpose: '목적',
    items: '항목',
    transfer: '나라, 시기와 방법',
    period: '보유 기간',
    refusal: '동의하지 않으시면',
  },
  changed: '달라진 점: {{changes}}',
  yes: '동의합니다',
  no: '동의하지 않습니다',
  settled: '대화창에서 이미 답하셨습니다.',
  onlyFirst: '첫 항목에 동의하지 않으시면 나머지는 고르지 않으셔도 됩니다.',
  send: '보내기',
  missingHeading: '아직 고르지 않은 항목이 있습니다',
  missing: '"동의합니다"와 "동의하지 않습니다" 가운데 하나를 골라 주세요.',
  kept: '다른 항목에서 고르신 답은 그대로 있습니다.',
  thanks: '고맙습니다',
  backToChat: '대화창으로 돌아가 주세요.',
  backToKakao: '카카오톡 대화창으로 돌아가 아무 말씀이나 적어 주시면 이어서 도와드립니다.',
  someSettled: '대화창에서 먼저 답하신 항목은 그대로 두었습니다.',
  problems: {
    used: {
      heading: '이미 답하셨습니다',
      text: '보내 주신 답을 잘 받았습니다. 대화창으로 돌아가 주세요.',
    },
    settled: {
      heading: '이미 답하셨습니다',
      text: '대화창에서 답하신 내용은 그대로입니다. 대화창으로 돌아가 주세요.',
    },
    expired: {
      heading: '시간이 지난 링크입니다',
      text: '이 링크는 30분 동안 쓸 수 있습니다. 대화창으로 돌아가 새 링크를 눌러 주세요. 바뀐 것은 없습니다.',
    },
    outdated: {
      heading: '안내문이 바뀌었습니다',
      text: '새 안내문을 보실 수 있게 대화창으로 돌아가 새 링크를 눌러 주세요. 바뀐 것은 없습니다.',
    },
    forged: {
      heading: '열 수 없는 링크입니다',
      text: '주소가 온전하지 않습니다. 대화창으로 돌아가 링크를 다시 눌러 주세요. 바뀐 것은 없습니다.',
    },
    gone: {
      heading: '대화가 끝났습니다',
      text: '오래 지나 대화 내용을 지웠습니다. 대화창에서 처음부터 말씀해 주세요. 바뀐 것은 없습니다.',
    },
    unreadable: {
      heading: '답을 알아보지 못했습니다',
      text: '대화창으로 돌아가 링크를 다시 눌러 주세요. 바뀐 것은 없습니다.',
    },
    busy: {
      heading: '잠시 뒤에 다시 눌러 주세요',
      text: '요청이 많아 잠시 쉬어 갑니다. 1분 뒤에 다시 열어 주세요. 바뀐 것은 없습니다.',
    },
    failed: {
      heading: '지금은 받을 수 없습니다',
      text: '잠시 뒤에 다시 보내 주세요. 대화창에서 답하셔도 됩니다. 급하시면 {{phone}}로 전화해 주세요.',
    },
  },
} as const
