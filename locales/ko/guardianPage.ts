/** The guardian's own page, `/guardian/:token`. Holes are filled where it is drawn. */
export const guardianPage = {
  title: '보호자 확인',
  otherLanguage: 'English',
  lead: '만 14세 미만 어린이가 {{hospital}} 고객의 소리에 글을 남기려고 합니다. 법정대리인께서 동의하실 때에만 받습니다.',
  code: {
    heading: '연락처 확인',
    ask: '이 안내를 받으신 {{where}}로 여섯 자리 인증번호를 보내 드립니다.',
    phone: '휴대전화 번호',
    email: '이메일',
    send: '인증번호 받기',
    sent: '인증번호를 보냈습니다. 10분 동안 쓸 수 있습니다.',
    label: '인증번호 여섯 자리',
    check: '확인',
    again: '인증번호 다시 받기',
    wrong:
      '인증번호가 맞지 않거나 시간이 지났습니다. 다시 적어 주시거나 새로 받아 주세요. 다섯 번까지 적으실 수 있습니다.',
    notSent: '인증번호를 보내지 못했습니다. 잠시 뒤에 다시 눌러 주시거나 {{phone}}로 전화해 주세요.',
    tooMany: '여러 번 시도하셔서 잠시 쉬어 갑니다. {{minutes}}분 뒤에 다시 해 주세요.',
    expired: '확인하신 지 오래되어 다시 여쭙니다. 인증번호를 새로 받아 주세요.',
  },
  form: {
    heading: '법정대리인 동의',
    lead: '항목마다 따로 고르실 수 있습니다. 어느 쪽을 고르셔도 불이익은 없습니다.',
    statement: '저는 이 어린이의 법정대리인입니다.',
    statementMissing: '법정대리인이시면 위 칸에 표시해 주세요. 법정대리인만 동의하실 수 있습니다.',
  },
  done: {
    agreed: '고맙습니다. 자녀가 대화창에서 이어서 쓸 수 있습니다. 이 창은 닫으셔도 됩니다.',
    refused: '알겠습니다. 연락처를 지웠습니다. 자녀에게는 다른 방법을 알려 드립니다. 이 창은 닫으셔도 됩니다.',
    already: '이미 답하셨습니다. 바뀐 것은 없습니다. 답을 바꾸시려면 {{phone}}로 전화해 주세요.',
  },
  gone: '이 링크는 쓸 수 없습니다. 시간이 지났거나, 자녀가 새로 보낸 링크가 있을 수 있습니다. 궁금하신 점은 {{phone}}로 전화해 주세요.',
  unreadable: '보내신 내용을 알아보지 못했습니다. 링크를 다시 열어 주세요.',
} as const
