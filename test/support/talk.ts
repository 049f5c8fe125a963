import { createHash, createSecretKey, randomUUID } from 'node:crypto'

import { createConsentPage } from '../../bots/intake/consentPage.ts'
import { createDangerBudget } from '../../bots/intake/dangerBudget.ts'
import { createGuardianArrival } from '../../bots/intake/guardianArrival.ts'
import type { createReadStory } from '../../bots/intake/readStory.ts'
import { createRunTurn } from '../../bots/intake/runTurn.ts'
import type { InboundEvent } from '../../bots/intake/inbound.ts'
import { createUnseenAnswers } from '../../bots/intake/unseen.ts'
import { guardianReceipts } from '../../dialogs/guardianReceipts.ts'
import { isAsShownNow } from '../../dialogs/notice.ts'
import type { ReadStory } from '../../dialogs/storyReading.ts'
import type { DialogPorts } from '../../dialogs/turn.ts'
import { createFindHoldings } from '../../src/consent/findHoldings.ts'
import { publishedNotices } from '../../locales/notices.ts'
import { type ConsentLinks, createConsentLinks } from '../../src/consent/consentLinks.ts'
import type { ConsentPurpose } from '../../src/consent/consent.ts'
import { createNoticeBook, type NoticeBook, type PublishedNotices } from '../../src/consent/noticeBook.ts'
import { findProcessorsAbroad } from '../../src/consent/processorsAbroad.ts'
import type { GuardianAnswers, GuardianRequest } from '../../src/guardian/guardianRequest.ts'
import { type Hospital, hospitalSchema } from '../../src/hospital/hospital.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../src/hospital/readHospitalFile.ts'
import { createInProcessLive } from '../../src/live/inProcessLive.ts'
import type { RateLimit } from '../../src/live/live.ts'

import type { HeldConversations } from '../../src/conversations/ports.ts'
import type { ActivityBody, ChannelAddress, Choice } from '../../src/conversations/session.ts'
import { createHeldConversations } from '../../src/store/heldConversations.ts'
import { createMemoryConversations } from './memoryConversations.ts'
import { seededRandom } from './seededRandom.ts'

/** A Sunday night: nobody is at the desk. */
export const NIGHT = '2026-11-22T02:00:00+09:00'
export const CONVERSATION = 'conversation-1'
const CONSENT_PAGE = 'https://sori.example/consent/'

export const hospital: Hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
/** The same hospital, had it bought Slack's Korean region: nothing goes abroad. */
export const domesticHospital: Hospital = hospitalSchema.parse({ ...hospital, slack: { processing: 'domestic' } })

export type TalkOptions = {
  readonly language?: 'ko' | 'en'
  readonly hospital?: Hospital
  /** When it begins, ISO; {@link NIGHT} where absent. */
  readonly at?: string
  readonly address?: ChannelAddress
  /** Hears what the consent page logs. */
  readonly log?: { warn(fields: object, message: string): void }
  /** The notices that were published; the product's own where absent. */
  readonly notices?: PublishedNotices
  /** How guardians can be written to; both ways where absent. */
  readonly guardianContacts?: readonly ('phone' | 'email')[]
  /** How the person on duty is called for each danger in turn; by the house's budget where absent. */
  readonly dangers?: readonly ('page' | 'summary' | 'folded')[]
  /** Reads stories by a model; absent: none is configured. */
  readonly readStory?: (parts: ReadingParts) => ReadStory
  /** Makes trouble for the hold; absent: it works. */
  readonly trouble?: (held: HeldConversations) => HeldConversations
}

type ReadingParts = Pick<Parameters<typeof createReadStory>[0], 'conversations' | 'isAsShownNow' | 'now'>

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
  const links = createConsentLinks({ secret: Buffer.alloc(32, 9), now: () => clock.now, newId: randomUUID })
  const pages = { links, notices: createNoticeBook(options.notices ?? publishedNotices) }
  const known = createPorts(where, clock, memory, live.rateLimit, {
    ...pages,
    guardianContacts: options.guardianContacts ?? ['phone', 'email'],
    takeDangerPage: budgetOf(options.dangers, live.rateLimit),
  })
  const readStory = options.readStory?.({
    conversations: memory.store,
    isAsShownNow: (receipt) => isAsShownNow(known, receipt),
    now: () => clock.now,
  })
  const ports: DialogPorts = { ...known, readStory }
  const runTurn = createRunTurn({
    hospital: where,
    conversations: memory.store,
    held: trouble(held),
    locks: live.locks,
    wakeUps: live.wakeUps,
    ports,
    log: { warn: () => undefined, error: (fields) => void failures.push(fields) },
  })
  const byItself: ActivityBody[] = []
  const page = createConsentPage({
    links,
    conversations: memory.store,
    held,
    async runTurn(event) {
      const outcome = await runTurn(event)
      byItself.push(...outcome.replies)
      return outcome
    },
    ports,
    kakao: undefined,
    botFramework: undefined,
    log: options.log ?? { warn: () => undefined },
  })
  const exchanges: Exchange[] = []

  /** The newest link to the consent page, or the one that came with the first copy of a question. */
  function findToken(prompt?: string): string {
    const shown = exchanges.flatMap(({ replies }) => replies).filter(({ link }) => link?.url.startsWith(CONSENT_PAGE))
    const found =
      prompt === undefined ? shown.at(-1) : shown.find(({ channelData }) => channelData?.['prompt'] === prompt)
    return new URL(found?.link?.url ?? CONSENT_PAGE).pathname.replace('/consent/', '')
  }

  async function tellChild(request: GuardianRequest): Promise<readonly ActivityBody[]> {
    let replies: readonly ActivityBody[] = []
    const tell = createGuardianArrival({
      conversations: memory.store,
      held,
      runTurn: async (event) => {
        const outcome = await runTurn(event)
        replies = outcome.replies
        return outcome
      },
      ports,
      kakao: undefined,
      botFramework: undefined,
      log: { warn: () => undefined },
    })
    await tell(request)
    if (failures.length > 0) throw new Error(`The turn failed: ${JSON.stringify(failures)}`)
    exchanges.push({ said: '', replies })
    return replies
  }

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
    page,
    links,
    findToken,
    /** Answers on the consent page; what the conversation then says by itself is the answer. */
    async answerPage(choices: Readonly<Partial<Record<ConsentPurpose, boolean>>>, token = findToken()) {
      clock.now = new Date(clock.now.getTime() + SECONDS_TO_READ * 1000)
      const outcome = await page.answer(token, options.language ?? 'ko', choices)
      if (failures.length > 0) throw new Error(`The turn failed: ${JSON.stringify(failures)}`)
      const replies = byItself.splice(0)
      exchanges.push({ said: '', replies })
      return { outcome, replies }
    },
    /** The guardian answers on their page; what the child's conversation then says by itself is the answer. */
    async answerAsGuardian(answers: GuardianAnswers): Promise<readonly ActivityBody[]> {
      const kept = memory.read().guardians.get(CONVERSATION)
      if (!kept) throw new Error('No guardian was asked.')
      const { language } = kept.request
      memory.answerGuardian(CONVERSATION, answers, clock.now)
      const receipts = guardianReceipts(ports, { request: kept.request, answers, language })
      await memory.store.transact((tx) => tx.writeReceipts(receipts, answers.collect ? CONVERSATION : undefined))
      return tellChild(kept.request)
    },
    /** The message to the guardian was refused for good; what the child's conversation then says by itself is the answer. */
    async refuseGuardianMessage(): Promise<readonly ActivityBody[]> {
      const kept = memory.read().guardians.get(CONVERSATION)
      if (!kept) throw new Error('No guardian was asked.')
      await memory.store.transact((tx) => tx.deleteGuardianRequest(kept.request.id))
      return tellChild(kept.request)
    },
    /** The half hour of the hold is over. */
    loseHold: () => held.drop(CONVERSATION),
    held: () => held.find(CONVERSATION),
    heldOf: (conversationId: string) => held.find(conversationId),
    /** The turn itself, for a door of one's own. */
    runTurn,
    unseen: createUnseenAnswers(held, { warn: () => undefined }),
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
  pages: Pick<DialogPorts, 'guardianContacts' | 'takeDangerPage'> & {
    readonly links: ConsentLinks
    readonly notices: NoticeBook
  },
): DialogPorts {
  const random = seededRandom(20261122)
  const tickets = () => [...memory.read().tickets.values()]
  let ids = 0
  return {
    hospital,
    notices: pages.notices,
    processorsAbroad: findProcessorsAbroad(hospital, undefined),
    consentPageUrl: (grant, language) => `${CONSENT_PAGE}${pages.links.issue(grant)}?lang=${language}`,
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
    findHoldings: createFindHoldings({
      tickets: {
        listByConversation: async (id) =>
          tickets()
            .filter((one) => one.conversationId === id)
            .reverse(),
        readContent: async (id) => memory.contentOf(id),
      },
      conversations: memory.store,
    }),
    myDataUrl: (id) => `https://sori.example/my-data/${Buffer.from(id).toString('hex')}`,
    listPhotos: async (ids) => [...memory.read().photos.values()].filter(({ id }) => ids.includes(id)),
    takeTry: async (key) => (await rateLimit.take(key, { points: 5, perSeconds: 600 })).allowed,
    guardianContacts: pages.guardianContacts,
    findGuardianRequest: async (id) => memory.read().guardians.get(id)?.request,
    findGuardianDetails: async (id) =>
      [...memory.read().guardians.values()].find(({ request }) => request.id === id)?.details,
    takeDangerPage: pages.takeDangerPage,
    takeGuardianMessage: async (key) => (await rateLimit.take(key, { points: 3, perSeconds: 86_400 })).allowed,
  }
}

function budgetOf(dangers: TalkOptions['dangers'], rateLimit: RateLimit): DialogPorts['takeDangerPage'] {
  if (!dangers) return createDangerBudget(rateLimit, { warn: () => undefined })
  const left = [...dangers]
  return async () => left.shift() ?? 'folded'
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
