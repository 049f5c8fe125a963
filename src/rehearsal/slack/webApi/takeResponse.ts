import { answer, refusalBody, type Outcome } from '../outcome.ts'
import { readJson } from './parseCall.ts'
import { applyResponse } from './responseMessage.ts'
import type { ResponseTarget } from '../state/responseUrls.ts'
import type { Workspace } from '../state/workspace.ts'

/** Answers a post to a response URL: 404 for one that is used up or too old, 400 for what cannot be shown. */
export const takeResponse = (id: string, body: string, workspace: Workspace): Outcome => {
  let target: ResponseTarget
  try {
    target = workspace.responseUrls.use(id)
  } catch (error) {
    return answer(404, refusalBody(error))
  }
  try {
    applyResponse(readJson(body), target, workspace)
    return answer(200, { ok: true })
  } catch (error) {
    return answer(400, refusalBody(error))
  }
}
