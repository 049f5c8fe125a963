import { createHmac, randomBytes } from 'node:crypto'

import { z } from 'zod'

/** One text message; longer ones go out as LMS. */
type Sms = {
  /** Digits only. */
  readonly to: string
  readonly text: string
}

/** `sms_refused`: not taken, and will not be. `sms_not_taken`: not taken, later may be. `sms_unclear`: may have been taken. */
export type SmsErrorCode = 'sms_refused' | 'sms_not_taken' | 'sms_unclear'

/** Why a text message was not, or may not have been, handed over. Holds neither number nor text. */
export class SmsError extends Error {
  override readonly name = 'SmsError'
  readonly code: SmsErrorCode

  constructor(code: SmsErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Hands one message over, once: never again by itself, since the dealer cannot tell a repeat. @throws {SmsError} */
export type SendSms = (sms: Sms) => Promise<void>

export type SmsSettings = {
  readonly apiUrl: string
  readonly apiKey: string | undefined
  readonly apiSecret: string | undefined
  /** The sender number registered with the dealer. */
  readonly sender: string | undefined
  readonly now: () => Date
}

const TIMEOUT_MS = 8_000
const SEND_PATH = '/messages/v4/send-many/detail'

const answerSchema = z.looseObject({
  groupInfo: z.looseObject({ count: z.looseObject({ registeredSuccess: z.number() }) }),
})

/** Sends text messages through SOLAPI; undefined where no account is set up. */
export function createSmsSender({ apiUrl, apiKey, apiSecret, sender, now }: SmsSettings): SendSms | undefined {
  if (apiKey === undefined || apiSecret === undefined || sender === undefined) return undefined
  const address = new URL(SEND_PATH, apiUrl)
  return async ({ to, text }) => {
    const response = await post(address, {
      authorization: authorization(apiKey, apiSecret, now()),
      body: JSON.stringify({ messages: [{ to, from: sender, text }] }),
    })
    if (response.status === 429) throw new SmsError('sms_not_taken', 'The dealer asks for fewer messages.')
    if (response.status >= 500) throw new SmsError('sms_unclear', 'The dealer had a fault of its own.')
    if (!response.ok) throw new SmsError('sms_refused', `The dealer answered ${response.status}.`)
    await demandTaken(response)
  }
}

async function post(address: URL, { authorization, body }: { authorization: string; body: string }): Promise<Response> {
  try {
    return await fetch(address, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch (error) {
    if (isUnreached(error)) throw new SmsError('sms_not_taken', 'The dealer cannot be reached.')
    throw new SmsError('sms_unclear', 'The dealer did not answer in time.')
  }
}

/** The dealer answers 200 also where it registered nothing. */
async function demandTaken(response: Response): Promise<void> {
  const answer = answerSchema.safeParse(await response.json().catch(() => undefined))
  if (!answer.success) throw new SmsError('sms_unclear', 'The dealer answered in another shape.')
  if (answer.data.groupInfo.count.registeredSuccess < 1) {
    throw new SmsError('sms_refused', 'The dealer registered no message.')
  }
}

/** `HMAC-SHA256` over date and salt, as the dealer's documentation has it. */
function authorization(apiKey: string, apiSecret: string, at: Date): string {
  const date = at.toISOString()
  const salt = randomBytes(16).toString('hex')
  const signature = createHmac('sha256', apiSecret).update(`${date}${salt}`).digest('hex')
  return `HMAC-SHA256 apiKey=${apiKey}, date=${date}, salt=${salt}, signature=${signature}`
}

const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
])

function isUnreached(error: unknown): boolean {
  const cause: unknown = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause && NEVER_CONNECTED.has(cause.code)
}
