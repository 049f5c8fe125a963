import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import type { KakaoSimulator } from 'kakao-chatbot-skill-sdk/simulator'

import type { Hospital } from '../../hospital/hospital.ts'
import { createBundle } from '../../http/bundle.ts'
import { HttpProblem } from '../../http/httpProblem.ts'
import { readJson } from '../../http/readJson.ts'
import type { SmsStandIn } from '../sms/createSmsStandIn.ts'
import type { MailStandIn } from '../mail/createMailStandIn.ts'
import { actSchema, perform, seenPhone } from './kakaoPhone.ts'
import { rehearsalHtml } from './rehearsalHtml.ts'
import { seenMail } from './seenMail.ts'
import { websiteHtml } from './websiteHtml.ts'

const SCRIPT = new URL('../../web/rehearsal/main.tsx', import.meta.url)

export type RehearsalPageOptions = {
  readonly host: string
  readonly port: number
  readonly productUrl: string
  readonly slackUrl: string
  readonly kakao: KakaoSimulator
  readonly mail: MailStandIn
  readonly sms: SmsStandIn
  readonly hospital: Hospital
}

/** One page that shows a phone, the website and the staff's Slack side by side, and what its script asks for. */
export async function startRehearsalPage(
  options: RehearsalPageOptions,
): Promise<{ url: string; stop(): Promise<void> }> {
  const script = createBundle(SCRIPT)
  const followers = new Set<ServerResponse>()
  const tellFollowers = (): void => followers.forEach((follower) => follower.write('data: changed\n\n'))
  const stopListening = [options.mail.onChange(tellFollowers), options.sms.onChange(tellFollowers)]
  const followed = new Set<string>()

  const phoneOf = (userId: string) => {
    const user = options.kakao.user(userId)
    if (!followed.has(userId)) stopListening.push(user.onChange(tellFollowers))
    followed.add(userId)
    return user
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://rehearsal')
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        return send(response, 200, 'text/html', rehearsalHtml(options))
      case 'GET /app.js':
        return send(response, 200, 'text/javascript', (await script()).code)
      case 'GET /website':
        return send(response, 200, 'text/html', websiteHtml(options))
      case 'GET /events':
        return follow(response, followers)
      case 'GET /phone':
        return sendJson(response, 200, seenPhone(phoneOf(url.searchParams.get('user') ?? 'patient-1')))
      case 'GET /mails':
        return sendJson(response, 200, options.mail.mails().map(seenMail))
      case 'GET /texts':
        return sendJson(response, 200, options.sms.messages())
      case 'POST /phone': {
        const act = await readJson(request, actSchema)
        return sendJson(response, 200, await perform(phoneOf(act.user), act))
      }
      default:
        throw new HttpProblem(404, 'not_found', 'There is nothing at this address.')
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const problem =
        error instanceof HttpProblem
          ? error
          : new HttpProblem(409, 'cannot_act', error instanceof Error ? error.message : 'failed')
      sendJson(response, problem.status, { error: { code: problem.code, message: problem.message } })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  return {
    url: `http://${options.host}:${port}`,
    async stop() {
      for (const stop of stopListening) stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function follow(response: ServerResponse, followers: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('data: hello\n\n')
  followers.add(response)
  response.on('close', () => followers.delete(response))
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(body)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', JSON.stringify(body))
}
