import type { Request, RequestHandler, Response } from 'restify'

import { HttpProblem } from './httpProblem.ts'

export type JsonAnswer = { readonly status: number; readonly body: unknown }

/**
 * Makes a restify handler of a function that answers with JSON or throws.
 *
 * An {@link HttpProblem} is answered as it says; anything else goes on to the server, which logs it and says nothing.
 */
export function answerJson(handle: (request: Request) => Promise<JsonAnswer>): RequestHandler {
  return async (request: Request, response: Response) => {
    try {
      const { status, body } = await handle(request)
      response.send(status, body)
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      response.send(error.status, { error: { code: error.code, message: error.message } }, error.headers)
    }
  }
}
