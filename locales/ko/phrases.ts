/**
 * What is said by situation: the first kind words, an apology that admits and denies nothing, who answers and what else
 * there is, and what helps at once in danger. Numbers come from the hospital file.
 */
export const phrases = {
  /** Said first, when somebody has told what happened: names the feeling, never whose doing it was. */
  empathy: {
    waiting: '오래 기다리셔서 힘드셨겠습니다.',
    reservation: '예약 때문에 번거로우셨겠습니다.',
    billing: '예상하지 못한 일이라 당황하셨겠습니다.',
    parking_guidance: '오시는 길부터 불편하셨겠습니다.',
    records_documents: '서류 때문에 번거로우셨겠습니다.',
    medical_care: '기대하고 오셨을 텐데 마음이 무거우셨겠습니다.',
    explanation: '궁금한 점이 풀리지 않아 답답하셨겠습니다.',
    nursing: '몸도 힘드신데 많이 속상하셨겠습니다.',
    pharmacy: '약 때문에 걱정이 되셨겠습니다.',
    examination: '검사 때문에 마음을 쓰셨겠습니다.',
    facility: '이용하시면서 불편하셨겠습니다.',
    meal: '식사 때문에 속상하셨겠습니다.',
    medical_accident: '많이 놀라고 걱정되셨겠습니다.',
    privacy: '소중한 정보라 더 걱정되셨겠습니다.',
    staff_attitude: '말씀을 듣고 마음이 상하셨을 것 같습니다.',
    other: '불편하셨겠습니다. 말씀해 주셔서 고맙습니다.',
  },
  /** After filing. About care nothing is regretted, since that could be read as an admission. */
  sorry: {
    service: '불편을 드려 죄송합니다.',
    care: '말씀해 주신 일을 꼼꼼히 살펴보겠습니다.',
  },
  /** What else the person can do while they wait, or why somebody else looks into it. */
  promise: {
    call: '급하시면 {{phone}}에 전화해 주세요.',
    specialist: '전문 담당자가 사실을 확인합니다. 전화로 말씀하시려면 {{phone}}로 연락해 주세요.',
    apart: '말씀하신 부서가 아닌 곳에서 따로 살펴봅니다. 급하시면 {{phone}}에 전화해 주세요.',
  },
  greetingAi: '글을 정리하는 데 인공지능(AI)을 씁니다.',
  level: {
    easy: '네, 쉬운 말로 할게요. 다시 바꾸려면 "보통 말로"라고 적어 주세요.',
    standard: '네, 다시 보통 말로 안내해 드리겠습니다.',
  },
  crisis: {
    medical_emergency:
      '지금 위급하시면 바로 {{emergency}}에 전화해 주세요. 병원 안이시면 호출벨을 누르거나 가까운 직원에게 알려 주세요.\n응급실: {{emergencyRoom}}',
    self_harm:
      '지금 많이 힘드신 것 같아 걱정됩니다. {{suicide}}에서 24시간 이야기를 들어 드립니다. 위험한 상황이면 {{emergency}}나 {{police}}로 바로 연락해 주세요.',
    violence_abuse:
      '지금 위험하시면 바로 {{police}}에 전화해 주세요. 다치셨으면 {{emergency}}입니다. 병원 안이시면 가까운 직원에게 알려 주세요.',
    sexual_harassment: '말씀해 주셔서 고맙습니다. 지금 위험하시면 바로 {{police}}에 전화해 주세요.',
    line: '{{label}}: {{number}}',
    unread: '이 창은 실시간으로 보는 사람이 없습니다.',
    ask: '계속 말씀하시겠어요? 적으신 내용은 그대로 있습니다.',
    retry: '계속할지 골라 주세요.',
    goOn: '계속하기',
    stop: '그만하기',
    stopped: '알겠습니다. 언제든 다시 말씀해 주세요. 위급하면 {{emergency}}, 마음이 힘드시면 {{suicide}}입니다.',
    contact:
      '지금 어디에 계신가요? 병원 안이시면 층과 병실을, 전화드려도 되면 번호를 적어 주세요.\n당직 담당자만 보고 3일 뒤 지웁니다. 적지 않으셔도 됩니다.',
    contactInside: '고맙습니다. 층과 병실을, 전화드려도 되면 번호도 적어 주세요. 적지 않으셔도 됩니다.',
    contactOutside: '고맙습니다. 전화드려도 되면 번호를 적어 주세요. 적지 않으셔도 됩니다.',
    contactRetry: '"7층 712호, 010-0000-0000"처럼 적어 주시거나 "괜찮아요"를 눌러 주세요.',
    contactTaken:
      '당직 담당자가 볼 수 있게 전했습니다. 바로 연락드리지 못할 수 있습니다. 위급하면 먼저 {{emergency}}나 {{police}}에 전화해 주세요.',
    inside: '병원 안',
    outside: '병원 밖',
    noContact: '괜찮아요',
  },
} as const
