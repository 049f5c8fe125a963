/**
 * Approved sentences that drafts of answers are made of. Nothing in them admits or denies fault, or promises a result; the person
 * who answers fills in what was found out.
 */
export const replies = {
  greeting: '안녕하세요, {{hospital}} {{department}}입니다.',
  about: {
    dayAndPlace: '{{day}} {{place}}에서 겪으신 일에 답변드립니다.',
    day: '{{day}}에 겪으신 일에 답변드립니다.',
    place: '{{place}}에서 겪으신 일에 답변드립니다.',
    nothing: '남겨 주신 말씀에 답변드립니다.',
  },
  empathy: {
    waiting: '오래 기다리셔서 많이 힘드셨겠습니다.',
    manner: '말씀을 듣고 마음이 상하셨을 것 같습니다.',
    cost: '예상하지 못한 비용으로 당황하셨겠습니다.',
    explanation: '궁금한 점이 풀리지 않아 답답하셨겠습니다.',
    harm: '많이 놀라고 걱정되셨겠습니다.',
    care: '치료받으시는 동안 걱정이 크셨겠습니다.',
    facility: '이용하시는 동안 많이 불편하셨겠습니다.',
    privacy: '소중한 개인정보 일이라 걱정이 크셨겠습니다.',
    other: '겪으신 일로 마음이 편치 않으셨겠습니다.',
    thanks: '따뜻한 말씀 고맙습니다. 담당 직원들과 함께 나누겠습니다.',
    idea: '좋은 의견 고맙습니다.',
    question: '문의해 주셔서 고맙습니다.',
  },
  apology: '불편을 드려 죄송합니다.',
  blank: '(확인한 내용을 여기에 적어 주세요.)',
  process: '진료 내용은 환자분의 동의나 관계를 확인한 뒤에 말씀드릴 수 있습니다.',
  review: '답변이 충분하지 않으시면 다시 살펴보도록 요청하실 수 있습니다.',
  visit: '직접 말씀 나누기를 바라시면 {{visit}}에서 뵙겠습니다.',
  contact: '더 궁금하신 점은 {{phone}}번으로 연락해 주세요.',
} as const
