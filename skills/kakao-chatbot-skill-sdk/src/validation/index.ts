export { acceptValue, ignoreValue, refuseValue, validationError, type ValidationAnswer } from './answer.ts'
export { createValidationHandler, type ValidationErrorCode, type ValidationHandlerOptions } from './handler.ts'
export { parseValidationRequest, type ValidationRequest } from './request.ts'
