import { createHash } from 'node:crypto'
import { limits } from '../limits.ts'
import { startApiServer, type ApiServer } from './apiServer.ts'
import { createCallbackTokens } from './callbackTokens.ts'
import { createEventTasks } from './eventTasks.ts'
import { createFaultSwitch, type FaultSwitch } from './faults.ts'
import { createKakaoUser, type KakaoUser, type KakaoUserEngine } from './kakaoUser.ts'
import { createOvertaking } from './overtaking.ts'
import { createPhotoShelf } from './photos.ts'
import { defaultBlocks, type SimulatedBlock } from './simulatedBlock.ts'
import { callSkill, type SkillCallResult, type SkillFailure } from './skillCall.ts'
import type { KakaoCloud } from './turnRunner.ts'
import { skillTestPayload } from './wirePayload.ts'

/** The bot as its operator set it up, and the skill behind it. */
export interface KakaoSimulatorOptions {
  /** Where the skill is; a function where that is known only after the simulator has started. */
  readonly skillUrl: string | (() => string)
  readonly skillSecret: string
  /** The header of the secret. Default `x-skill-secret`. */
  readonly headerName?: string
  /** With a trailing `!`: the development channel. */
  readonly botId: string
  readonly restApiKey: string
  /** The event set on the event block. */
  readonly eventName: string
  /** Default: a fallback and an event block. */
  readonly blocks?: readonly SimulatedBlock[]
  /** How long the skill has. Default Kakao's 5000. */
  readonly skillTimeoutMs?: number
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** Told of failures, without anything a person wrote. */
  readonly log?: (line: string) => void
}

/** An answer the phone did not show. */
export type RecordedFailure = SkillFailure & { readonly userId: string; readonly at: number }

/** Kakao's cloud with its people, on this machine. */
export interface KakaoSimulator {
  /** Starts the bot API (Event API, tasks, callbacks). `url` is what `baseUrl` of the SDK's clients takes. */
  readonly start: (options?: { readonly port?: number; readonly host?: string }) => Promise<{ readonly url: string }>
  /** Also cuts skill calls that are under way. */
  readonly stop: () => Promise<void>
  /** The person with this `botUserKey`, created at first mention; a new person without one. */
  readonly user: (id?: string) => KakaoUser
  /** The operator in the bot test panel (봇테스트), whose payloads differ in several ways. */
  readonly botTest: () => KakaoUser
  /** The operator presses "스킬서버로 전송" on the skill's page; resolves with what the skill answers, never rejects. */
  readonly skillTest: () => Promise<SkillCallResult>
  readonly faults: Pick<FaultSwitch, 'set'>
  /** Every answer that was not shown, oldest first. */
  readonly failures: readonly RecordedFailure[]
}

/** A stand-in for KakaoTalk that speaks the real protocol and is as strict and as silent as the real one. */
export const createKakaoSimulator = ({
  skillUrl,
  skillSecret,
  headerName = 'x-skill-secret',
  botId,
  restApiKey,
  eventName,
  blocks = defaultBlocks,
  skillTimeoutMs = limits.skillTimeoutMs,
  now = Date.now,
  log = () => undefined,
}: KakaoSimulatorOptions): KakaoSimulator => {
  const engines = new Map<string, KakaoUserEngine>()
  const failures: RecordedFailure[] = []
  const faults = createFaultSwitch()
  const callbacks = createCallbackTokens(now)
  const tasks = createEventTasks({ eventName, users: () => [...engines.values()], now })
  const photos = createPhotoShelf(now)
  const overtake = createOvertaking()
  const stopped = new AbortController()
  let server: ApiServer | undefined

  const call = (userId: string, payload: unknown): Promise<SkillCallResult> => {
    const fault = faults.next({ kind: 'skill', userId })
    const send = () =>
      callSkill(payload, {
        url: typeof skillUrl === 'string' ? skillUrl : skillUrl(),
        headerName,
        secret: skillSecret,
        timeoutMs: skillTimeoutMs,
        faults: fault,
        stopped: stopped.signal,
      })
    return fault.reorder === true ? overtake(send) : send()
  }

  const cloud: KakaoCloud = {
    botId,
    blocks,
    callbacks,
    now,
    callbackUrlOf: (token) => server && `${server.url}/v1/bots/${botId}/callback/${token}`,
    photos,
    photoBaseUrl: () => server?.url,
    callSkill: call,
    recordFailure: (userId, failure) => {
      failures.push({ ...failure, userId, at: now() })
      log(`answer not shown: ${failure.code} ${failure.status ?? ''}`.trimEnd())
    },
  }

  const newUserId = (who: string = String(engines.size)): string => {
    const digest = createHash('sha256').update(`${botId} ${who}`).digest('hex')
    return `${digest}01`
  }

  return {
    start: async ({ port = 0, host = '127.0.0.1' } = {}) => {
      server = await startApiServer(port, host, { botId, restApiKey, tasks, callbacks, photos, faults, now })
      return { url: server.url }
    },
    stop: async () => {
      stopped.abort()
      await server?.close()
      server = undefined
    },
    user: (id = newUserId()) => {
      const engine = engines.get(id) ?? createKakaoUser({ id, surface: 'channel' }, cloud)
      engines.set(id, engine)
      return engine.user
    },
    botTest: () => createKakaoUser({ id: newUserId('bot test'), surface: 'botTest' }, cloud).user,
    skillTest: () => call('123456', skillTestPayload(botId)),
    faults,
    get failures() {
      return [...failures]
    },
  }
}
