import { createTransport } from 'nodemailer'

/** One plain-text mail. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string }

/** @throws when the server does not take the mail, or does not answer in time */
export type SendMail = (mail: Mail) => Promise<void>

export type MailSettings = {
  /** `smtp://` or `smtps://`, with user and password in it where the server asks for them. */
  readonly smtpUrl: string | undefined
  readonly from: string
}

const CONNECT_TIMEOUT_MS = 5_000
const SOCKET_TIMEOUT_MS = 10_000

/** Sends mail through the hospital's SMTP server, one connection per mail; undefined when none is set up. */
export function createMailer({ smtpUrl, from }: MailSettings): SendMail | undefined {
  if (smtpUrl === undefined) return undefined
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text })
  }
}
