import type { Request, RequestHandler, Response } from 'restify'

import { answerJson, type JsonAnswer } from '../answerJson.ts'

/**
 * Makes a handler for the desk page's own calls: answered with JSON, kept by no cache.
 *
 * @param handle may set headers on the response; sends nothing itself
 */
export function deskAnswer(handle: (request: Request, response: Response) => Promise<JsonAnswer>): RequestHandler {
  return async (request: Request, response: Response) => {
    response.header('Cache-Control', 'no-store')
    await answerJson((request) => handle(request, response))(request, response, () => undefined)
  }
}
