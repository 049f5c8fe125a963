import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import type { Answer, Delivery, Retry, SentPayload } from './delivery.ts'
import { slackApp } from '../state/directory.ts'
import { readJson } from '../webApi/parseCall.ts'
import type { SlackIds } from '../state/slackIds.ts'

/** The sockets an app in Socket Mode holds open (docs.slack.dev/apis/events-api/using-socket-mode). */
export type SocketMode = {
  /** A ticket that opens one socket, once. */
  readonly issueTicket: () => string
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer, ticket: string) => void
  readonly deliver: Delivery
  readonly connections: () => number
  /** Asks every client to reconnect, as Slack does every few hours. */
  readonly refresh: () => void
  /** Cuts every connection without a word. */
  readonly drop: () => void
  /** Says goodbye to every client and waits for theirs, but not for long. */
  readonly end: () => Promise<void>
}

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() })
const pingEveryMs = 10_000
const goodbyeMs = 500

/** @param answerTimeoutMs how long an envelope waits to be acknowledged */
export const createSocketMode = (ids: SlackIds, answerTimeoutMs: number): SocketMode => {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const open: WebSocket[] = []
  const waiting = new Map<string, (answer: Answer) => void>()

  const welcome = (socket: WebSocket): void => {
    open.push(socket)
    const pinging = setInterval(() => socket.ping(), pingEveryMs)
    socket.on('close', () => {
      clearInterval(pinging)
      open.splice(open.indexOf(socket), 1)
    })
    socket.on('error', () => socket.terminate())
    socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) settle(data.toString('utf8'))
    })
    socket.send(JSON.stringify(hello(open.length)))
  }
  const settle = (text: string): void => {
    const parsed = acknowledgement.safeParse(readJson(text))
    if (parsed.success) waiting.get(parsed.data.envelope_id)?.({ status: 200, body: bodyOf(parsed.data.payload) })
  }
  const waitFor = (envelopeId: string): Promise<Answer> =>
    new Promise((resolve) => {
      const end = (answer: Answer): void => {
        clearTimeout(timer)
        waiting.delete(envelopeId)
        resolve(answer)
      }
      const timer = setTimeout(() => end({ status: 0, body: undefined, problem: 'timeout' }), answerTimeoutMs)
      waiting.set(envelopeId, end)
    })

  return {
    issueTicket: () => {
      const ticket = ids.next('S')
      tickets.add(ticket)
      return ticket
    },
    upgrade: (request, socket, head, ticket) => {
      if (tickets.delete(ticket)) server.handleUpgrade(request, socket, head, welcome)
      else socket.destroy()
    },
    deliver: async (sent, retry) => {
      // Slack gives a payload to any one of the sockets; here they take turns.
      const socket = open.shift()
      if (socket === undefined) return { status: 0, body: undefined, problem: 'no_socket' }
      open.push(socket)
      const id = ids.next('E')
      const answered = waitFor(id)
      socket.send(JSON.stringify(envelope(id, sent, retry)))
      return answered
    },
    connections: () => open.length,
    refresh: () => {
      for (const socket of open) socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    },
    drop: () => {
      for (const socket of open) socket.terminate()
    },
    end: async () => {
      await Promise.all(open.map(closed))
    },
  }
}

const closed = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), goodbyeMs)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.close(1001)
  })

const hello = (connections: number) => ({
  type: 'hello',
  num_connections: connections,
  connection_info: { app_id: slackApp.appId },
  debug_info: { host: 'rehearsal', approximate_connection_time: 18_060 },
})

const envelope = (id: string, { kind, payload }: SentPayload, retry: Retry | undefined) => ({
  envelope_id: id,
  type: kind,
  payload,
  accepts_response_payload: kind !== 'events_api',
  retry_attempt: retry?.number,
  retry_reason: retry?.reason,
})

/** An acknowledgement without content carries an empty object, and a text comes as `{ text }`. */
const bodyOf = (payload: unknown): unknown =>
  typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0 ? undefined : payload
