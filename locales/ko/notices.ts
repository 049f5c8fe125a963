/**
 * What a person is asked to agree to, in Korean: purpose, items, period, and the right to refuse with its effect
 * (개인정보 보호법 §15②, §23, §28의8②). A changed text gets a new version.
 */
export const notices = {
  collect: {
    version: '2026-11-22',
    title: '[필수] 개인정보 수집·이용',
    body: '목적: 민원 접수, 사실 확인, 결과 회신\n항목: 민원 내용, 이 대화창의 이용자 식별값, 적어 주시는 이름·연락처(선택)\n보유: 처리 완료 후 3년(의료사고·폭력·학대·성희롱 관련은 10년)\n거부하실 수 있으며, 그 경우 이름 없는 의견이나 전화 {{phone}}, {{visit}} 방문을 이용하실 수 있습니다.',
  },
  health: {
    version: '2026-11-22',
    title: '[별도 동의] 건강에 관한 민감정보 수집·이용',
    body: '목적: 진료·간호·검사·약 관련 민원의 사실 확인과 회신\n항목: 적으신 증상, 진단, 치료, 약, 검사, 입원 등 건강 정보\n보유: 처리 완료 후 3년(의료사고 관련은 10년)\n거부하셔도 시설·주차·친절 같은 민원은 접수됩니다.',
  },
  overseas: {
    version: '2026-11-22',
    title: '[선택] 개인정보 국외 이전',
    body: '받는 곳: {{processor}} ({{processorContact}}), {{country}}\n시기·방법: 접수와 답변 때마다 암호화 전송\n항목: 이름·연락처를 가린 민원 요약, 접수번호, 분류, 담당자 답변\n목적·보유: 직원 알림과 처리, {{retention}}\n거부하셔도 접수와 답변은 그대로 진행되며, 직원에게는 접수번호만 알립니다.',
  },
  contact: {
    version: '2026-11-22',
    title: '[선택] 전화·문자로 결과 안내받기',
    body: '목적: 결과 안내\n항목: 전화번호\n보유: 처리 완료 후 90일\n거부하셔도 접수에는 차이가 없고, 이 대화창에서 답변을 보실 수 있습니다. 광고는 보내지 않습니다.',
  },
} as const
