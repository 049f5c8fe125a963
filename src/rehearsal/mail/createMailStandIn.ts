import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export type ArrivedMail = { readonly to: string; readonly source: string; readonly at: number }

/** A mail server that keeps what it is given and sends nothing on. */
export type MailStandIn = {
  start(at: { readonly host: string; readonly port: number }): Promise<{ readonly url: string }>
  stop(): Promise<void>
  /** Newest last. */
  mails(): readonly ArrivedMail[]
  onChange(listener: () => void): () => void
}

const KEPT_MAILS = 50

/** Makes the mail server. It takes mail for anybody, without sign-in, on loopback. */
export function createMailStandIn(): MailStandIn {
  const mails: ArrivedMail[] = []
  const listeners = new Set<() => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8')
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, source, at: Date.now() })
        mails.splice(0, Math.max(0, mails.length - KEPT_MAILS))
        for (const listener of listeners) listener()
        done()
      })
    },
  })
  return {
    start: ({ host, port }) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        const listening = server.listen(port, host, () => {
          const address = listening.address()
          const actual = typeof address === 'object' && address !== null ? address.port : port
          resolve({ url: `smtp://${host}:${actual}` })
        })
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    mails: () => [...mails],
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
