import type { WebSocket } from 'ws'

import type { Transcript } from '../inbound.ts'
import { toWireActivitySet } from './activityWire.ts'

export type StreamTranscript = {
  readonly webSocket: WebSocket
  readonly transcript: Transcript
  readonly conversationId: string
  /** What the client has already; 0 for nothing. */
  readonly afterSequence: number
  /** When the credential it was opened with ends. */
  readonly lifetimeMs: number
  readonly keepAliveMs: number
}

/** Close codes of RFC 6455 section 7.4.1. */
const closeCodes = { done: 1000, tokenExpired: 1008, failed: 1011 } as const
const activitiesPerFrame = 50

/**
 * Sends a conversation down a WebSocket: what is there, then what comes, one frame at a time, until the credential ends.
 *
 * A frame waits until the one before it has left, so a client that does not read holds no more than one.
 * A ping follows each frame; the browser's own pong says that what came before it has arrived.
 * It also looks unasked with every keep-alive, since the news of something new may get lost.
 */
export async function streamTranscript(options: StreamTranscript): Promise<void> {
  const { webSocket, transcript, conversationId, afterSequence, lifetimeMs, keepAliveMs } = options
  let sentUpTo = afterSequence
  let isPumping = false
  let hasNews = false

  const sendNext = async (): Promise<boolean> => {
    const activities = (await transcript.list(conversationId, sentUpTo)).slice(0, activitiesPerFrame)
    const last = activities.at(-1)
    if (!last) return false
    await sendFrame(webSocket, JSON.stringify(toWireActivitySet(conversationId, activities, sentUpTo)))
    sentUpTo = last.sequence
    webSocket.ping(String(sentUpTo))
    if (last.body.type === 'endOfConversation') webSocket.close(closeCodes.done)
    return isOpen(webSocket)
  }

  const pump = async (): Promise<void> => {
    hasNews = true
    if (isPumping) return
    isPumping = true
    while (hasNews && isOpen(webSocket)) {
      hasNews = false
      while (await sendNext());
    }
    isPumping = false
  }

  const fail = () => webSocket.close(closeCodes.failed)
  const onNews = () => void pump().catch(fail)
  const confirm = (data: Buffer) => {
    const upTo = Number(data.toString())
    if (upTo > 0 && upTo <= sentUpTo) transcript.received(conversationId, upTo).catch(fail)
  }

  const stopKeepingAlive = keepAlive(webSocket, keepAliveMs, () => !isPumping, onNews)
  const expiry = setTimeout(() => webSocket.close(closeCodes.tokenExpired), lifetimeMs)
  webSocket.on('pong', confirm)
  webSocket.on('error', () => webSocket.terminate())
  const closed = new Promise((resolve) => webSocket.once('close', resolve))
  try {
    // Listening comes first, so that nothing slips in between what is there and what comes.
    const stopFollowing = await transcript.follow(conversationId, onNews)
    // A client that comes back names what it has: that counts as received, whatever became of its last pong.
    webSocket.ping(String(afterSequence))
    onNews()
    await closed
    await stopFollowing()
  } catch {
    fail()
  } finally {
    stopKeepingAlive()
    clearTimeout(expiry)
  }
}

/** Sends an empty frame now and then, and drops a client that has answered nothing since the last one. */
function keepAlive(webSocket: WebSocket, everyMs: number, isIdle: () => boolean, look: () => void): () => void {
  let isAlive = true
  webSocket.on('pong', () => {
    isAlive = true
  })
  const timer = setInterval(() => {
    if (!isAlive) return webSocket.terminate()
    isAlive = false
    if (isIdle()) webSocket.send('')
    webSocket.ping()
    look()
  }, everyMs)
  return () => clearInterval(timer)
}

function sendFrame(webSocket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve, reject) => {
    webSocket.send(frame, (error) => (error ? reject(error) : resolve()))
  })
}

function isOpen(webSocket: WebSocket): boolean {
  return webSocket.readyState === webSocket.OPEN
}
