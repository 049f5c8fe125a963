import { createTransport } from 'nodemailer'

import type { Config } from '../config.ts'
import { type Finding, findingsOf } from './finding.ts'

const TIMEOUT_MS = 5_000

/** Signs in to the mail server, where one is configured, and sends nothing. */
export async function checkMail({ SMTP_URL }: Config): Promise<readonly Finding[]> {
  const { well, look, mend } = findingsOf('mail')
  if (SMTP_URL === undefined)
    return [look('is not set up', 'Set SMTP_URL: alarms, the daily anchor and sign-in codes go by mail.')]
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS })
  try {
    await transport.verify()
    return [well('the server takes our sign-in')]
  } catch {
    return [mend('the server does not let us in', 'Check SMTP_URL.')]
  } finally {
    transport.close()
  }
}
