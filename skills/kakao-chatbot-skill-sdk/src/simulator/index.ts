export type { FaultSwitch, Faults } from './faults.ts'
export {
  createKakaoSimulator,
  type KakaoSimulator,
  type KakaoSimulatorOptions,
  type RecordedFailure,
} from './kakaoSimulator.ts'
export type { KakaoUser } from './kakaoUser.ts'
export type { BotMessage, PhoneMessage } from './phone.ts'
export { defaultBlocks, type SimulatedBlock } from './simulatedBlock.ts'
export type { SkillFailure, SkillFailureCode } from './skillCall.ts'
