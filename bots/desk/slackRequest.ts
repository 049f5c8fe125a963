import type { IncomingMessage } from 'node:http'

import { HTTPModuleFunctions, isValidSlackRequest } from '@slack/bolt'

/** Why a request is not taken, with the HTTP status that says so. */
export const REQUEST_PROBLEMS = {
  body_too_large: 413,
  invalid_signature: 401,
  invalid_body: 400,
} as const
export type RequestProblem = keyof typeof REQUEST_PROBLEMS

export type SlackRequest =
  | { readonly ok: true; readonly kind: 'ssl_check' }
  | { readonly ok: true; readonly kind: 'payload'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problem: RequestProblem }

/** Far above any payload of Slack's. */
const BODY_LIMIT_BYTES = 1024 * 1024
/** docs.slack.dev/authentication/verifying-requests-from-slack; the library refuses only what is older. */
const AHEAD_LIMIT_SEC = 5 * 60

/**
 * Reads a request and makes sure that Slack sent it within the last five minutes. A check of the certificate
 * (`ssl_check`) comes unsigned; nothing else in it is looked at.
 *
 * @param request its body must not have been read
 */
export async function readSlackRequest(
  request: IncomingMessage,
  { signingSecret, now }: { readonly signingSecret: string; readonly now: Date },
): Promise<SlackRequest> {
  const text = await readBody(request)
  if (text === undefined) return { ok: false, problem: 'body_too_large' }
  const isForm = request.headers['content-type']?.split(';')[0]?.trim() === 'application/x-www-form-urlencoded'
  const fields = isForm ? Object.fromEntries(new URLSearchParams(text)) : undefined
  if (fields?.['ssl_check'] === '1') return { ok: true, kind: 'ssl_check' }
  if (!isSigned(request, text, signingSecret, now)) return { ok: false, problem: 'invalid_signature' }
  const body = fields && fields['payload'] === undefined ? fields : findObject(fields?.['payload'] ?? text)
  return body ? { ok: true, kind: 'payload', body } : { ok: false, problem: 'invalid_body' }
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  try {
    return (await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_LIMIT_BYTES)).rawBody.toString()
  } catch (error) {
    if (HTTPModuleFunctions.isRawBodyError(error) && error.statusCode === 413) return undefined
    throw error
  }
}

function isSigned({ headers }: IncomingMessage, body: string, signingSecret: string, now: Date): boolean {
  const signature = headers['x-slack-signature']
  const timestampSec = Number(headers['x-slack-request-timestamp'])
  if (typeof signature !== 'string' || !Number.isInteger(timestampSec)) return false
  if (timestampSec > now.getTime() / 1000 + AHEAD_LIMIT_SEC) return false
  return isValidSlackRequest({
    signingSecret,
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestampSec },
    nowMilliseconds: now.getTime(),
  })
}

function findObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
