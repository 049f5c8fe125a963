import { randomBytes } from 'node:crypto'

import { createEventApi } from 'kakao-chatbot-skill-sdk'
import type { Logger } from 'pino'

import { createBotFrameworkDoor } from '../../bots/intake/botFrameworkDoor.ts'
import { createDirectLineAccess } from '../../bots/intake/directline/directLineAccess.ts'
import { createDirectLineApi } from '../../bots/intake/directline/directLineApi.ts'
import { createDirectLineStream } from '../../bots/intake/directline/directLineStream.ts'
import { createDirectLineTokens } from '../../bots/intake/directline/directLineTokens.ts'
import type { RunTurn } from '../../bots/intake/inbound.ts'
import { createKakaoDoor } from '../../bots/intake/kakaoDoor.ts'
import { createTranscript } from '../../bots/intake/transcript.ts'
import { createUnseenAnswers } from '../../bots/intake/unseen.ts'
import type { Config } from '../config.ts'
import type { Hospital } from '../hospital/hospital.ts'
import { photoOrigins } from '../http/photos/photoOrigins.ts'
import type { Storage } from './openStorage.ts'

type Parts = {
  readonly config: Config
  readonly hospital: Hospital
  readonly storage: Storage
  readonly runTurn: RunTurn
  readonly now: () => Date
  readonly log: Logger
}

/** The patients' doors, and what it takes to speak first through them. */
export function openDoors({ config, hospital, storage, runTurn, now, log }: Parts) {
  const { hash } = storage
  const botFramework = openBotFramework(config, runTurn, hash)
  return {
    directLine: openDirectLine({ config, storage, runTurn, now }),
    kakao: createKakaoDoor({
      runTurn,
      hospital,
      secrets: config.KAKAO_SKILL_SECRET === undefined ? [] : [config.KAKAO_SKILL_SECRET],
      botId: config.KAKAO_BOT_ID,
      apiUrl: config.KAKAO_API_URL,
      photoOrigins: photoOrigins(config.KAKAO_API_URL),
      now,
      unseen: createUnseenAnswers(storage.held, log),
      hash,
      log,
    }),
    botFramework,
    speakers: { kakao: kakaoEvents(config), botFramework: botFramework?.door },
  }
}

function openDirectLine({ config, storage, runTurn, now }: Pick<Parts, 'config' | 'storage' | 'runTurn' | 'now'>) {
  const { hash, held, live, stores } = storage
  const transcript = createTranscript({ conversations: stores.conversations, held, wakeUps: live.wakeUps, now })
  const tokens = createDirectLineTokens({
    secret: Buffer.from(hash('direct_line_tokens', 'v1'), 'base64url'),
    now: () => now().getTime(),
  })
  const { rateLimit } = live
  const access = createDirectLineAccess({ transcript, tokens, rateLimit, secret: config.DIRECTLINE_SECRET })
  const randomId = (): string => randomBytes(18).toString('base64url')
  return {
    api: createDirectLineApi({ runTurn, transcript, tokens, access, randomId }),
    stream: createDirectLineStream({ transcript, tokens, now: () => now().getTime() }),
  }
}

function kakaoEvents(config: Config) {
  const { KAKAO_REST_API_KEY: restApiKey, KAKAO_EVENT_NAME: eventName, KAKAO_API_URL: baseUrl } = config
  if (restApiKey === undefined || eventName === undefined) return undefined
  return { eventName, eventApiFor: (botId: string) => createEventApi({ baseUrl, restApiKey, botId }) }
}

function openBotFramework(config: Config, runTurn: RunTurn, hash: Storage['hash']) {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = config
  const credentials = appId !== undefined && password !== undefined ? { appId, password, tenantId } : undefined
  if (!credentials && !config.OPEN_BOT_ENDPOINT) return undefined
  return { door: createBotFrameworkDoor({ runTurn, hash, credentials }), isOpen: credentials === undefined }
}
