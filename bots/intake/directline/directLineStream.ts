import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

import { WebSocketServer, type WebSocket } from 'ws'

import type { Transcript } from '../inbound.ts'
import type { CredentialReading, DirectLineTokens } from './directLineTokens.ts'
import { streamTranscript } from './streamTranscript.ts'
import { parseWatermark } from './watermark.ts'

export type DirectLineStreamParts = {
  readonly transcript: Transcript
  readonly tokens: DirectLineTokens
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Between empty frames; a client that answers none of our pings for as long is gone. Default 15 s. */
  readonly keepAliveMs?: number
}

/** The streams of Direct Line: WebSockets that carry a conversation as it grows. */
export type DirectLineStream = {
  /** Takes an upgrade request; false where the path is not a stream's, and the request is left as it is. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Closes every stream; clients come back to whoever answers then. */
  close(): Promise<void>
}

const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/u
/** What a client that is still there needs to say goodbye. */
const goodbyeMs = 1_000
/** Clients send nothing but empty pings. */
const maxIncomingBytes = 1024

type Request = { readonly conversationId: string; readonly afterSequence: number; readonly credential: string }

export function createDirectLineStream(parts: DirectLineStreamParts): DirectLineStream {
  const { transcript, tokens, now, keepAliveMs = 15_000 } = parts
  const server = new WebSocketServer({ noServer: true, maxPayload: maxIncomingBytes, perMessageDeflate: false })

  const open = async (request: Request, follow: (lifetimeMs: number) => void, refuse: (status: string) => void) => {
    const reading = await tokens.read('stream', request.credential)
    if (!reading.ok) refuse(reading.problem === 'expired' ? '403 Forbidden' : '401 Unauthorized')
    else if (!isFor(reading, request.conversationId)) refuse('403 Forbidden')
    else follow(Math.max(0, reading.endsAtMs - now()))
  }

  return {
    upgrade(incoming, socket, head) {
      const url = URL.parse(incoming.url ?? '/', 'http://localhost')
      const conversationId = streamPath.exec(url?.pathname ?? '')?.[1]
      if (!url || conversationId === undefined) return false
      const request = readRequest(conversationId, url.searchParams)
      const refuse = (status: string) => refuseUpgrade(socket, status)
      const follow = (lifetimeMs: number) =>
        server.handleUpgrade(incoming, socket, head, (webSocket: WebSocket) => {
          void streamTranscript({ webSocket, transcript, ...request, lifetimeMs, keepAliveMs })
        })
      socket.on('error', () => socket.destroy())
      open(request, follow, refuse).catch(() => refuse('500 Internal Server Error'))
      return true
    },

    async close() {
      for (const webSocket of server.clients) webSocket.close(1001)
      const impatience = setTimeout(() => {
        for (const webSocket of server.clients) webSocket.terminate()
      }, goodbyeMs)
      await new Promise((resolve) => {
        server.close(resolve)
      })
      clearTimeout(impatience)
    },
  }
}

/** A watermark that makes no sense is one that was lost: the conversation is played from its beginning. */
function readRequest(conversationId: string, query: URLSearchParams): Request {
  const credential = query.get('t') ?? ''
  try {
    return { conversationId, credential, afterSequence: parseWatermark(query.get('watermark') ?? '') }
  } catch {
    return { conversationId, credential, afterSequence: 0 }
  }
}

function isFor(reading: CredentialReading, conversationId: string): boolean {
  return reading.ok && reading.value.conversationId === conversationId
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
