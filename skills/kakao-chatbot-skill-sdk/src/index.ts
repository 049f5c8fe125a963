export { findCallback, type Callback, type CallbackOptions } from './callback.ts'
export * from './builders.ts'
export { degrade } from './degrade.ts'
export { createEventApi, type EventApi, type EventApiOptions, type EventUser, type KakaoEvent } from './eventApi.ts'
export type { EventFailure, EventFailureReason, EventTask } from './eventTask.ts'
export type { WebHandler } from './guardedHandler.ts'
export { KakaoApiError, type KakaoApiErrorCode } from './kakaoApiError.ts'
export { limits } from './limits.ts'
export { createNodeListener, type NodeRequest, type NodeResponse } from './nodeAdapter.ts'
export { outputText } from './outputText.ts'
export { kakaoApiUrl, type Fetch } from './requestKakao.ts'
export {
  createSkillHandler,
  type SkillAnswer,
  type SkillErrorCode,
  type SkillHandler,
  type SkillHandlerOptions,
} from './skillHandler.ts'
export {
  parseSkillPayload,
  type FlowTrigger,
  type SkillContext,
  type SkillPayload,
  type SkillPayloadReading,
  type SkillReference,
  type SkillUser,
} from './skillPayload.ts'
export type * from './skillResponse.ts'
export { cutText, splitText, type SplitLimits, type TextParts } from './splitText.ts'
export { validateResponse, type ResponseProblem } from './validateResponse.ts'
