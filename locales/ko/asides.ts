/** What is said besides the questions: corrections, going back, taking up again, insults, this chat itself. */
export const asides = {
  corrected: '고쳐 적었습니다. {{line}}',
  forFamily: '가족분의 일로 고쳐 적었습니다.',
  forSelf: '본인의 일로 고쳐 적었습니다.',
  noted: '말씀을 받아 적었습니다. 앞의 질문을 이어서 여쭙니다.',
  added: '말씀을 더해 적었습니다.',
  healthLeftOut: '방금 말씀에는 건강 정보가 들어 있어 적지 않았습니다. 건강 정보를 빼고 적어 주시면 더하겠습니다.',
  consentStays: '동의하신 것은 그대로 두었습니다. 거두시려면 "내 정보"라고 적어 주세요.',
  stillHere: '앞서 적으신 내용이 그대로 있습니다. 이어서 도와드리겠습니다.',
  nothingLeft: '앞서 적으신 내용은 시간이 지나 남아 있지 않습니다. 번거로우시겠지만 다시 적어 주세요.',
  calm: '많이 화가 나셨군요. 겪으신 일을 적어 주시면 그대로 전하겠습니다. 전화 {{phone}} 또는 {{visit}}에서도 말씀하실 수 있습니다.',
  aboutBot:
    '제가 말씀을 잘 알아듣지 못해 죄송합니다. 사람과 이야기하고 싶으시면 "상담원 연결"을 누르시거나 {{phone}}에 전화해 주세요.',
} as const

/** Questions of one's own, and what may become of them. */
export const inquiry = {
  next: '더 궁금하신 점이 있으면 적어 주세요. 말씀을 접수해 직원의 답을 받으실 수도 있습니다.',
  file: '민원으로 접수',
  leave: '문의 남기기',
  done: '괜찮아요',
  closed: '알겠습니다. 필요하시면 언제든 다시 적어 주세요.',
  unknown:
    '그 질문의 답은 제가 알지 못합니다. {{phone}}에 전화하시면 알려 드립니다. 문의를 남기시면 직원이 답변드립니다.',
  unknownMidway:
    '그 질문의 답은 제가 알지 못합니다. {{phone}}에 전화하시면 알려 드립니다. 하시던 일을 이어서 여쭙니다.',
  filed:
    '문의가 접수됐습니다. 접수번호는 {{number}}입니다.\n{{department}} 담당자가 {{due}}까지 이 대화창으로 답변드리겠습니다.',
} as const

/** Thanks and ideas, which need no name. */
export const praise = {
  nameless: '이름 없이 전합니다. 답변을 받고 싶으시면 "답변도 받기"를 눌러 주세요.',
  byName: '답변도 받기',
  filed:
    '따뜻한 말씀 고맙습니다. 이름 없이 {{department}}에 전하겠습니다.\n접수번호는 {{number}}, 확인 암호는 {{secret}}입니다. 나중에 살펴보시려면 적어 두세요.',
} as const
