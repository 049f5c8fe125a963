/** The page that shows the widget, of a hospital that does not exist. */
export const welcome = {
  hospital: '한빛병원',
  invented: '가상의 병원 · 시연용 페이지',
  heading: '작은 불편도 귀 기울여 듣겠습니다',
  lead: '진료와 입원, 수납과 주차까지, 병원에서 겪으신 일을 편하게 들려주세요. 밤에도 접수되며, 답변은 담당 직원이 직접 드립니다.',
  stepsHeading: '이렇게 진행됩니다',
  tellHeading: '말씀해 주세요',
  tell: '오른쪽 아래 대화창에 겪으신 일을 적어 주세요.',
  routeHeading: '담당 부서에 전합니다',
  route: '내용에 맞는 부서를 찾아 바로 알립니다.',
  answerHeading: '답변을 드립니다',
  answer: '담당 직원이 확인하고 직접 답변드립니다.',
  urgentHeading: '급하실 때',
  urgent: '응급 상황이면 119로, 마음이 많이 힘드시면 109로 먼저 연락해 주세요.',
} as const
