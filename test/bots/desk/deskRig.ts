import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createDeskBot, type SlackConnection } from '../../../bots/desk/createDeskBot.ts'
import type { DeskParts } from '../../../bots/desk/deskParts.ts'
import { createSlackClient } from '../../../bots/desk/slackClient.ts'
import { createSlackLogger } from '../../../bots/desk/slackLogger.ts'
import { createSlackSender } from '../../../bots/desk/slackSender.ts'
import { scrub } from '../../../skills/privacy/scrub.ts'
import type { Delivery } from '../../../src/delivery/delivery.ts'
import type { Hospital } from '../../../src/hospital/hospital.ts'
import { readHospitalFile, SAMPLE_HOSPITAL_FILE } from '../../../src/hospital/readHospitalFile.ts'
import { createSlackStandIn } from '../../../src/rehearsal/slack/createSlackStandIn.ts'
import { createDesk } from '../../../src/tickets/desk.ts'
import type { Transact } from '../../../src/tickets/ports.ts'
import type { Ticket } from '../../../src/tickets/ticket.ts'
import { createMemoryTickets } from '../../support/memoryTickets.ts'

export const hospital: Hospital = readHospitalFile(SAMPLE_HOSPITAL_FILE)
export const STRANGER = 'U0STRANGER'
export const NUMBER = 'V26-7KQ4MZ3'
/** Channel of 원무과, and two of its people. */
export const CHANNEL = 'C0ADMIN00'
export const DOYUN = 'U0DOYUN00'
export const SEOYEON = 'U0SEOYEON'
export const COORDINATOR = 'U0HANEUL0'
/** Handles other departments' tickets only. */
export const OUTSIDER = 'U0MINSEO0'
const SIGNING_SECRET = 'rig-signing-secret'

/** A ticket as the desk finds it in the morning. */
export function ticketExample(changes: Partial<Ticket> = {}): Ticket {
  return {
    id: 'a2f0d2a6-6d6f-4d0e-9a40-000000000001',
    number: NUMBER,
    type: 'complaint',
    category: 'waiting',
    department: '원무과',
    deskDepartment: '원무과',
    urgency: 'normal',
    crisis: undefined,
    state: 'received',
    revision: 1,
    channel: 'web',
    language: 'ko',
    conversationId: 'conversation-1',
    slackCovered: true,
    assignee: undefined,
    createdAt: new Date('2026-11-20T14:00:00Z'),
    dueAt: new Date('2026-12-01T09:00:00Z'),
    answeredAt: undefined,
    destroyedAt: undefined,
    ...changes,
  }
}

export const GIST = '접수 후 두 시간을 기다렸다는 내용'
const STORY = '홍길동입니다. 접수하고 두 시간을 기다렸어요. 010-1234-5678'

/** The desk bot on a real HTTP server, a local Slack around it, and tickets in memory. */
export async function startDeskRig(
  options: {
    readonly ticket?: Partial<Ticket>
    readonly parts?: Partial<DeskParts>
    readonly transact?: Transact
    readonly socket?: boolean
  } = {},
) {
  const memory = createMemoryTickets()
  memory.put(ticketExample(options.ticket), {
    v: 1,
    kind: 'story',
    story: scrub(STORY).text,
    gist: GIST,
    health: false,
    vault: [],
  })
  const now = () => new Date()
  let ids = 0
  const server = createServer((request, response) => void bot.handleSlackRequest?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const slack = createSlackStandIn({
    eventsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    signingSecret: SIGNING_SECRET,
    botToken: 'xoxb-rig',
    ...(options.socket ? { appToken: 'xapp-rig' } : {}),
    users: [
      ...hospital.staff.map((person) => ({ id: person.slackUserId, name: person.name })),
      { id: STRANGER, name: 'stranger' },
    ],
    channels: hospital.departments
      .map(({ slackChannel, name }) => ({ id: slackChannel, name, isPrivate: true }))
      .concat({ id: hospital.coordination.dutyChannel, name: 'duty', isPrivate: true }),
  })
  const { apiUrl } = await slack.start()

  const logged: string[] = []
  const note = (fields: unknown, message?: unknown): void =>
    void logged.push(`${JSON.stringify(fields)} ${String(message)}`)
  const log = { info: note, warn: note, error: note }
  const client = createSlackClient('xoxb-rig', apiUrl, createSlackLogger(log))
  const links: { readonly slackUserId: string; readonly number: string }[] = []
  const connection: SlackConnection = options.socket
    ? { kind: 'socket', appToken: 'xapp-rig' }
    : { kind: 'http', signingSecret: SIGNING_SECRET }
  const parts: DeskParts = {
    hospital,
    desk: createDesk({
      hospital,
      transact: options.transact ?? memory.transact,
      now,
      newId: () => `delivery-${(ids += 1)}`,
    }),
    tickets: memory.reader,
    audit: memory.audit,
    client,
    createDeskLink: async (slackUserId, number) => {
      links.push({ slackUserId, number })
      return `https://sori.example/desk/link-${links.length}`
    },
    rememberEvent: memory.rememberEvent,
    now,
    log,
    ...options.parts,
  }
  const bot = createDeskBot({ ...parts, connection })
  bot.start()
  const sender = createSlackSender({ client, tickets: memory.reader, deskUrl: 'https://sori.example/desk' })

  return {
    bot,
    parts,
    slack,
    sender,
    memory,
    links,
    logged,
    client,
    /** The ticket as it now is. */
    ticket: async (): Promise<Ticket> => (await memory.reader.findTicket(NUMBER)) ?? ticketExample(),
    /** Posts or updates the card. @returns where it is */
    postCard: async () => {
      const outcome = await sender.send(cardDelivery())
      if (outcome.kind !== 'sent' || !outcome.reference) throw new Error(`The card was not posted: ${outcome.kind}`)
      return outcome.reference
    },
    stop: async () => {
      await bot.stop()
      await slack.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type DeskRig = Awaited<ReturnType<typeof startDeskRig>>

/** A delivery that brings the example ticket's card up to date. */
export function cardDelivery(changes: Partial<Delivery> = {}): Delivery {
  const at = new Date()
  return {
    id: 'delivery-card',
    kind: 'slack_card',
    ticketId: ticketExample().id,
    destination: CHANNEL,
    orderKey: 'slack:1',
    priority: 1,
    payload: { revision: 1 },
    state: 'pending',
    attempts: 1,
    createdAt: at,
    firstAttemptAt: at,
    nextAttemptAt: at,
    errorCode: undefined,
    reference: undefined,
    ...changes,
  }
}
