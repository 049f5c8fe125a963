import { afterEach } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  createEventApi,
  createSkillHandler,
  simpleText,
  skillResponse,
  type EventApi,
  type EventTask,
  type SkillHandler,
  type SkillPayload,
  type SkillResponse,
} from '../../src/index.ts'
import { createKakaoSimulator, defaultBlocks, type KakaoSimulatorOptions } from '../../src/simulator/index.ts'
import { serve } from './serve.ts'

const secret = 'a-long-random-secret'
const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** The blocks of the tests. */
export const simulatedBlocks = [
  ...defaultBlocks,
  { id: 'welcome', name: '웰컴 블록', kind: 'welcome' },
  { id: 'menu', name: '메뉴 블록', kind: 'command', utterances: ['처음으로'] },
  {
    id: 'slow',
    name: '느린 블록',
    kind: 'command',
    utterances: ['조회'],
    callbackWaitingText: '{{#webhook.what}} 찾는 중입니다.',
  },
] as const

/** One bubble. */
export const say = (text: string, more: Partial<Parameters<typeof skillResponse>[0]> = {}) =>
  skillResponse({ outputs: [simpleText(text)], ...more })

/** What a test wants to be otherwise. */
export type Setup = Partial<KakaoSimulatorOptions> & {
  readonly answer?: (payload: SkillPayload) => SkillResponse | Promise<SkillResponse>
  readonly handler?: SkillHandler
}

/** A payload before it is read. */
interface WireBody {
  readonly action: { readonly detailParams: object }
}

/** A skill and the simulator before it. */
export const setUp = async ({
  answer = () => say('네', { data: { prompt: 'menu' } }),
  handler,
  ...options
}: Setup = {}) => {
  const payloads: SkillPayload[] = []
  const bodies: WireBody[] = []
  const answering =
    handler ??
    createSkillHandler({
      secrets: [secret],
      answer: async (payload) => {
        payloads.push(payload)
        return answer(payload)
      },
      lastResort: () => say('죄송합니다.'),
    })
  const skill = await serve(async (request) => {
    bodies.push((await request.clone().json()) as WireBody)
    return answering(request)
  })
  const simulator = createKakaoSimulator({
    skillUrl: () => skill.url,
    skillSecret: secret,
    botId: 'b1',
    restApiKey: 'key',
    eventName: 'complaint_status',
    blocks: simulatedBlocks,
    ...options,
  })
  const { url } = await simulator.start()
  stops.push(simulator.stop, skill.close)
  const api = createEventApi({ baseUrl: url, restApiKey: 'key', botId: 'b1', timeoutMs: 300 })
  return { simulator, payloads, bodies, url, api, user: simulator.user() }
}

/** The result of a task, once nobody is waited for any more. */
export const untilFinished = async (api: EventApi, taskId: string): Promise<EventTask> => {
  for (;;) {
    const task = await api.getTask(taskId)
    if (task.isComplete) return task
    await sleep(5)
  }
}
