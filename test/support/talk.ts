import { createHash, createSecretKey } from 'node:crypto'

import { createRunTurn } from '../../bots/intake/runTurn.ts'
import type { InboundEvent } from '../../bots/intake/inbound.ts'
import type { DialogPorts } from '../../dialogs/turn.ts'
import { type Hospital, hospitalSchema } from '../../src/hospital/hospital.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../src/hospital/readHospitalFile.ts'
import { createInProcessLive } from '../../src/live/inProcessLive.ts'
import type { RateLimit } from '../../src/live/live.ts'

import type { HeldConversations } from '../../src/conversations/ports.ts'
import type { ActivityBody, ChannelAddress, Choice } from '../../src/conversations/session.ts'
import { createHeldConversations } from '../../src/store/heldConversations.ts'
import { createMemoryConversations } from './memoryConversations.ts'

/** A Sunday night: nobody is at the desk. */
export const NIGHT = '2026-11-22T02:00:00+09:00'
export const CONVERSATION = 'conversation-1'

export const hospital: Hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
/** The same hospital, had it bought Slack's Korean region: nothing goes abroad. */
export const domesticHospital: Hospital = hospitalSchema.parse({ ...hospital, slack: { processing: 'domestic' } })

export type TalkOptions = {
  readonly language?: 'ko' | 'en'
  readonly hospital?: Hospital
  /** When it begins, ISO; {@link NIGHT} where absent. */
  readonly at?: string
  readonly address?: ChannelAddress
  /** Makes trouble for the hold; absent: it works. */
  readonly trouble?: (held: HeldConversations) => HeldConversations
}

/** One thing said, and what came back. */
export type Exchange = { readonly said: string; readonly replies: readonly ActivityBody[] }

const SECONDS_TO_READ = 20

/**
 * A person talking to the bot: the real turn with everything beneath it in memory, at a clock that only moves when
 * told to, and by twenty seconds with each answer, as people do not answer at once.
 */
export function startTalk(options: TalkOptions = {}) {
  const clock = { now: new Date(options.at ?? NIGHT) }
  const where = options.hospital ?? hospital
  const memory = createMemoryConversations()
  const live = createInProcessLive({
    holdKey: { kind: 'data_key', secret: createSecretKey(Buffer.alloc(32, 7)) },
    log: { warn: () => undefined },
  })
  const held = createHeldConversations(live.hold)
  const { trouble = () => held } = options
  const failures: unknown[] = []
  const ports = createPorts(where, clock, memory, live.rateLimit)
  const runTurn = createRunTurn({
    hospital: where,
    conversations: memory.store,
    held: trouble(held),
    locks: live.locks,
    wakeUps: live.wakeUps,
    ports,
    log: { warn: () => undefined, error: (fields) => void failures.push(fields) },
  })
  const exchanges: Exchange[] = []

  async function run(said: string, event: Partial<InboundEvent>): Promise<readonly ActivityBody[]> {
    clock.now = new Date(clock.now.getTime() + SECONDS_TO_READ * 1000)
    const { replies } = await runTurn({
      conversationId: CONVERSATION,
      eventKey: `event-${exchanges.length}`,
      address: options.address ?? { channel: 'web' },
      kind: 'message',
      text: said,
      locale: options.language === 'en' ? 'en-US' : 'ko-KR',
      ...event,
    })
    exchanges.push({ said, replies })
    if (failures.length > 0) throw new Error(`The turn failed: ${JSON.stringify(failures)}`)
    return replies
  }

  return {
    open: () => run('', { kind: 'start' }),
    say: (text: string) => run(text, {}),
    /** Taps a label: on what was said last, or, where a prompt is named, on the first copy of that question. */
    tap: (label: string, prompt?: string) => run(label, { choice: toTap(findChoice(exchanges, label, prompt)) }),
    /** Says something so soon after the last answer that the question cannot have been read. */
    async sayAtOnce(text: string) {
      clock.now = new Date(clock.now.getTime() - SECONDS_TO_READ * 1000 + 300)
      return run(text, {})
    },
    wait(minutes: number): void {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000)
    },
    /** The half hour of the hold is over. */
    loseHold: () => held.drop(CONVERSATION),
    held: () => held.find(CONVERSATION),
    record: memory.read,
    exchanges,
    now: () => clock.now,
    close: () => live.close(),
  }
}

export type Talk = ReturnType<typeof startTalk>

function createPorts(
  hospital: Hospital,
  clock: { readonly now: Date },
  memory: ReturnType<typeof createMemoryConversations>,
  rateLimit: RateLimit,
): DialogPorts {
  const random = seeded(20261122)
  const tickets = () => [...memory.read().tickets.values()]
  let ids = 0
  return {
    hospital,
    now: () => clock.now,
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    randomInt: (below) => Math.floor(random() * below),
    hash: (purpose, value) => createHash('sha256').update(`${purpose}\n${value}`).digest('hex'),
    findOwnTickets: async (id) =>
      tickets()
        .filter((one) => one.conversationId === id)
        .reverse(),
    findTicketBySecret: async (hash) => tickets().find((one) => one.secretHash === hash),
    findAnswer: async () => undefined,
    takeTry: async (key) => (await rateLimit.take(key, { points: 5, perSeconds: 600 })).allowed,
  }
}

function findChoice(exchanges: readonly Exchange[], label: string, prompt: string | undefined): Choice {
  const shown =
    prompt === undefined
      ? exchanges.at(-1)?.replies
      : exchanges.flatMap(({ replies }) => replies).filter(({ channelData }) => channelData?.['prompt'] === prompt)
  const choice = shown?.flatMap(({ suggestedActions }) => suggestedActions ?? []).find((one) => one.label === label)
  if (choice) return choice
  throw new Error(`Nothing shown says [${label}]: ${JSON.stringify(shown?.map(({ text }) => text))}`)
}

function toTap({ prompt = '', value, nonce }: Choice) {
  return { prompt, value, nonce }
}

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
