import type { Next, Request, RequestHandler, Response } from 'restify'

const pathPrefix = '/v3/directline/'
const allowedHeaders = 'authorization, content-type, x-ms-bot-agent, x-requested-with'
const preflightSeconds = '600'

/** Lets pages of allowed origins call Direct Line. To be mounted with `server.pre`, before routing. */
export function directLineCors(isAllowed: (request: Request) => boolean): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    if (!request.path().startsWith(pathPrefix)) return next()
    response.setHeader('vary', 'origin')
    if (isAllowed(request)) {
      response.setHeader('access-control-allow-origin', request.header('origin'))
      response.setHeader('access-control-allow-methods', 'GET, POST')
      response.setHeader('access-control-allow-headers', allowedHeaders)
      response.setHeader('access-control-expose-headers', 'retry-after')
      response.setHeader('access-control-max-age', preflightSeconds)
    }
    if (request.method !== 'OPTIONS') return next()
    response.send(204)
    return next(false)
  }
}
