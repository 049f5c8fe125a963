import {
  createHttpDelivery,
  createSignedRequest,
  type Answer,
  type HttpDeliveryOptions,
  type Retry,
  type SentPayload,
  type SignedRequest,
} from './delivery.ts'
import { CannotAct } from '../people/cannotAct.ts'
import type { SocketMode } from './socketMode.ts'

/** The way from people to the app, and what went along it. */
export type AppLink = {
  readonly send: (kind: SentPayload['kind'], payload: SentPayload['payload']) => Promise<Answer>
  /** Every payload people's acts sent, oldest first. */
  readonly sent: readonly SentPayload[]
  /** Sends a payload again as it was, the last one unless told which; with `retry` as Slack marks its own repeats. */
  readonly replay: (one?: SentPayload, retry?: Retry) => Promise<Answer>
  /** Any body at all, signed: for what Slack would never send. Over HTTP even in Socket Mode. */
  readonly signedRequest: SignedRequest
}

/** @param socket where the app is in Socket Mode */
export const createAppLink = (http: HttpDeliveryOptions, socket: SocketMode | undefined): AppLink => {
  const signedRequest = createSignedRequest(http)
  const deliver = socket?.deliver ?? createHttpDelivery(signedRequest)
  const sent: SentPayload[] = []
  return {
    send: (kind, payload) => {
      const one = { kind, payload, timestampSec: Math.floor(http.now() / 1000) }
      sent.push(one)
      return deliver(one)
    },
    sent,
    replay: async (one = sent.at(-1), retry) => {
      if (one === undefined) throw new CannotAct('nothing was sent yet')
      return deliver(one, retry)
    },
    signedRequest,
  }
}
