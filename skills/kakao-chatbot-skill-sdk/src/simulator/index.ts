export type { FaultPlan, Faults, FaultyCall } from './faults.ts'
export {
  createKakaoSimulator,
  type KakaoSimulator,
  type KakaoSimulatorOptions,
  type RecordedFailure,
} from './kakaoSimulator.ts'
export type { KakaoUser } from './kakaoUser.ts'
export type { SimulatedPhoto } from './photos.ts'
export type { BotMessage, PhoneMessage } from './phone.ts'
export { defaultBlocks, type SimulatedBlock } from './simulatedBlock.ts'
export type { SendPhotosOptions } from './secureImageParams.ts'
export type { SkillCallResult, SkillFailure, SkillFailureCode } from './skillCall.ts'
