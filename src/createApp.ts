import { createNodeListener } from 'kakao-chatbot-skill-sdk'
import type { Logger } from 'pino'

import type { Config } from './config.ts'
import { createDependencies } from './dependencies.ts'
import { addBotFrameworkRoute, addKakaoRoute, addSlackRoute } from './http/channelRoutes.ts'
import { addConsentRoutes } from './http/consent/consentRoutes.ts'
import { createServer } from './http/createServer.ts'
import { addDeskRoutes } from './http/desk/deskRoutes.ts'
import { mountDirectLine } from './http/directLineRoutes.ts'
import { addGuardianRoutes } from './http/guardian/guardianRoutes.ts'
import { addOperatorRoutes } from './http/operatorRoutes.ts'
import { findFreePort } from './http/findFreePort.ts'
import { addMyDataRoutes } from './http/myData/myDataRoutes.ts'
import { createReadCaller } from './http/readCaller.ts'
import { addWidgetRoutes } from './http/widgetRoutes.ts'

/** KakaoTalk gives up after five seconds, so nobody who called before is waited for longer. */
const CALLS_FINISH_WITHIN_MS = 5_000

/** The running product. */
export type App = {
  /** Where it listens, such as `http://127.0.0.1:3978`. */
  readonly url: string
  /** Stops taking work, finishes what is under way, closes everything. Safe to call twice. */
  stop(): Promise<void>
}

/** Starts the product: database, migrations, workers, then the door. When it returns, it is ready. */
export async function createApp(config: Config, log: Logger): Promise<App> {
  const port = config.PORT === 0 ? await findFreePort(config.HOST) : config.PORT
  const url = `http://${config.HOST}:${port}`
  const publicUrl = config.PUBLIC_URL ?? url
  const parts = await createDependencies(config, publicUrl, log)
  const server = createServer(log)
  let isStopping = false

  addOperatorRoutes(server, {
    checks: [
      { name: 'database', isReady: () => parts.isDatabaseReady() },
      { name: 'live', isReady: () => parts.live.isReady() },
      { name: 'outbox', isReady: () => parts.worker.isRunning() },
      { name: 'serving', isReady: () => !isStopping },
    ],
    renderMetrics: parts.metrics.render,
    metricsToken: config.METRICS_TOKEN,
  })
  addKakaoRoute(server, createNodeListener(parts.kakao))
  if (parts.deskBot?.handleSlackRequest) addSlackRoute(server, parts.deskBot.handleSlackRequest)
  if (parts.botFramework)
    addBotFrameworkRoute(server, parts.botFramework.door, { isOpen: parts.botFramework.isOpen, log })
  mountDirectLine(server, {
    ...parts.directLine,
    allowedOrigins: config.WIDGET_ALLOWED_ORIGINS,
    publicUrl: config.PUBLIC_URL,
    trustedProxies: config.TRUSTED_PROXIES,
  })
  const readCaller = createReadCaller(config.TRUSTED_PROXIES)
  addDeskRoutes(server, {
    hospital: parts.hospital,
    signIn: parts.signIn,
    desk: parts.desk,
    tickets: parts.tickets,
    incidents: parts.incidents,
    writing: parts.writing,
    audit: parts.audit,
    rateLimit: parts.live.rateLimit,
    publicUrl,
    now: parts.now,
    clientAddress: (request) => readCaller(request).ip,
    log,
  })
  addConsentRoutes(server, {
    hospital: parts.hospital,
    page: parts.consentPage,
    rateLimit: parts.live.rateLimit,
    clientAddress: (request) => readCaller(request).ip,
  })
  addMyDataRoutes(server, {
    ...parts.myData,
    hospital: parts.hospital,
    rateLimit: parts.live.rateLimit,
    clientAddress: (request) => readCaller(request).ip,
    now: parts.now,
    log,
  })
  addGuardianRoutes(server, {
    ...parts.guardian,
    hospital: parts.hospital,
    rateLimit: parts.live.rateLimit,
    clientAddress: (request) => readCaller(request).ip,
    log,
  })
  addWidgetRoutes(server)

  parts.worker.start()
  await parts.jobs.start()
  parts.deskBot?.start()
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, config.HOST, resolve)
  })
  log.info({ url }, 'ready')

  async function stop(): Promise<void> {
    // New calls are refused first; turns under way finish, and what they wrote is left for the next start to send.
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    const impatience = setTimeout(() => server.server.closeAllConnections(), CALLS_FINISH_WITHIN_MS)
    await parts.directLine.stream.close()
    await closed
    clearTimeout(impatience)
    await parts.deskBot?.stop()
    await parts.worker.stop()
    await parts.jobs.stop()
    await parts.close()
    log.info({}, 'stopped')
  }

  let stopped: Promise<void> | undefined
  return {
    url,
    stop: () => {
      isStopping = true
      stopped ??= stop()
      return stopped
    },
  }
}
